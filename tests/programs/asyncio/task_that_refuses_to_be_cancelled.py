import asyncio
async def stubborn():
    for i in range(3):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print("no", i, asyncio.current_task().cancelling())
    return "survived"
async def main():
    t = asyncio.create_task(stubborn())
    for i in range(2):
        await asyncio.sleep(1)
        t.cancel()
    print(await t, t.cancelling(), t.cancelled(), t.uncancel(), t.uncancel(), t.uncancel())
asyncio.run(main())
