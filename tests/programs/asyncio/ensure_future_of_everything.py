import asyncio
async def f():
    return 1
class Own:
    def __await__(self):
        return f().__await__()
async def main():
    t = asyncio.ensure_future(f())
    print(type(t).__name__, asyncio.ensure_future(t) is t, await t)
    print(await asyncio.ensure_future(Own()))
    fut = asyncio.Future()
    print(asyncio.ensure_future(fut) is fut)
    for x in (5, "x", [f]):
        try:
            asyncio.ensure_future(x)
        except TypeError as e:
            print(e)
    other = asyncio.new_event_loop()
    try:
        asyncio.ensure_future(fut, loop=other)
    except ValueError as e:
        print(e)
    other.close()
asyncio.run(main())
