import asyncio
async def main():
    async with asyncio.timeout(1) as t:
        try:
            await asyncio.sleep(2)
        except asyncio.CancelledError:
            print("swallowed", t.expired(), t)
        await asyncio.sleep(3)
    print(t, asyncio.get_running_loop().time(), asyncio.current_task().cancelling())
asyncio.run(main())
