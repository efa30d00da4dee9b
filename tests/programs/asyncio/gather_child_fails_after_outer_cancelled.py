import asyncio
async def bad():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError("in cleanup")
async def main():
    g = asyncio.gather(bad(), bad())
    await asyncio.sleep(1)
    g.cancel()
    try:
        await g
    except BaseException as e:
        print(repr(e))
    await asyncio.sleep(1)
asyncio.run(main())
