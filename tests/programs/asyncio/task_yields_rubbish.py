import asyncio
import types
@types.coroutine
def give(x):
    return (yield x)
async def f(x):
    try:
        await give(x)
    except RuntimeError as e:
        print(e)
    print(await give(None))
async def main():
    await asyncio.create_task(f(42))
    await asyncio.create_task(f("text"))
asyncio.run(main())
