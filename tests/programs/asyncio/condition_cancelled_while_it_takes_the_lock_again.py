import asyncio
async def waiter(c):
    async with c:
        try:
            await c.wait()
        except asyncio.CancelledError:
            print("cancelled, with the lock", c.locked())
            raise
async def main():
    c = asyncio.Condition()
    t = asyncio.create_task(waiter(c))
    await asyncio.sleep(0)
    async with c:
        c.notify()
        await asyncio.sleep(1)
        t.cancel()
        await asyncio.sleep(1)
        print(t.done())
    print(await asyncio.gather(t, return_exceptions=True), c.locked())
asyncio.run(main())
