import asyncio
from contextlib import suppress
async def forever():
    while True:
        await asyncio.sleep(1)
        print("beat")
async def main():
    t = asyncio.create_task(forever())
    await asyncio.sleep(2.5)
    t.cancel()
    with suppress(asyncio.CancelledError):
        await t
    print("clean", t.cancelled())
asyncio.run(main())
