import asyncio
async def f():
    raise StopIteration(1)
async def main():
    t = asyncio.create_task(f())
    try:
        await t
    except RuntimeError as e:
        print(e, repr(e.__cause__))
    try:
        asyncio.Future().set_exception(StopIteration())
    except TypeError as e:
        print(e)
    fut = asyncio.Future()
    fut.set_exception(StopAsyncIteration)
    try:
        await fut
    except StopAsyncIteration as e:
        print(repr(e))
asyncio.run(main())
