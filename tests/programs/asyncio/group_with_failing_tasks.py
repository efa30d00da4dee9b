import asyncio
async def fail(n, e):
    await asyncio.sleep(n)
    raise e
async def work():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("work cancelled")
        raise
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(1, ValueError("v")))
            tg.create_task(fail(1, KeyError("k")))
            t = tg.create_task(work())
            await asyncio.sleep(5)
            print("not here")
    except ExceptionGroup as g:
        print(repr(g), g.exceptions, t.cancelled())
    print(asyncio.current_task().cancelling(), asyncio.get_running_loop().time())
asyncio.run(main())
