import asyncio
import inspect
import types
def g():
    x = yield
    return "done"
h = types.coroutine(g)
print(h is g, inspect.isgeneratorfunction(h), asyncio.iscoroutinefunction(h), inspect.isawaitable(h()))
@types.coroutine
def plain():
    return other()
@types.coroutine
def other():
    yield
    return "other"
async def main():
    print(await h(), await plain())
    try:
        await (x for x in [])
    except TypeError as e:
        print(e)
asyncio.run(main())
