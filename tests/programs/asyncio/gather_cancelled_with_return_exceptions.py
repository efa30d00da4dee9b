import asyncio
async def child(n):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("child", n)
        raise
async def main():
    async def waiter():
        try:
            return await asyncio.gather(child(1), child(2), return_exceptions=True)
        except asyncio.CancelledError:
            print("waiter cancelled")
            raise
    t = asyncio.create_task(waiter())
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print(t.cancelled())
asyncio.run(main())
