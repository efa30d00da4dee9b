import asyncio
async def child():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        raise RuntimeError("child")
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
            await asyncio.sleep(0)
            raise ValueError("body")
    except BaseExceptionGroup as g:
        print(repr(g))
        for e in g.exceptions:
            print(repr(e), repr(e.__context__))
asyncio.run(main())
