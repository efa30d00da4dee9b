import asyncio
async def waiter(c, n):
    async with c:
        try:
            await c.wait()
            print(n, "notified", c.locked())
        except asyncio.CancelledError:
            print(n, "cancelled", c.locked())
            raise
async def main():
    c = asyncio.Condition()
    ts = [asyncio.create_task(waiter(c, n)) for n in range(4)]
    await asyncio.sleep(0)
    ts[0].cancel()
    async with c:
        c.notify(2)
        print("notify 2")
    await asyncio.sleep(1)
    print([t.done() for t in ts])
    async with c:
        c.notify_all()
    print(await asyncio.gather(*ts, return_exceptions=True))
asyncio.run(main())
