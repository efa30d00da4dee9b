import asyncio
async def child():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("child cancelled")
        await asyncio.sleep(1)
        print("child cleaned")
        raise
async def parent():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
            tg.create_task(child())
    except BaseException as e:
        print(repr(e), asyncio.current_task().cancelling())
        raise
async def main():
    t = asyncio.create_task(parent())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.sleep(0.5)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", asyncio.get_running_loop().time())
asyncio.run(main())
