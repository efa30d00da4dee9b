import asyncio
async def bad():
    await asyncio.sleep(1)
    raise ValueError("child")
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print("body cancelled", asyncio.get_running_loop().time(), asyncio.current_task().cancelling())
                raise
    except ExceptionGroup as g:
        print(g, g.exceptions, asyncio.current_task().cancelling())
asyncio.run(main())
