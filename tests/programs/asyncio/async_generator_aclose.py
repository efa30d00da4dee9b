import asyncio
async def gen():
    try:
        yield 1
        yield 2
    finally:
        print("closing")
        await asyncio.sleep(1)
        print("closed")
async def main():
    g = gen()
    print(await g.__anext__())
    await g.aclose()
    print(asyncio.get_running_loop().time())
    try:
        await g.__anext__()
    except StopAsyncIteration as e:
        print(repr(e))
    await g.aclose()
    fresh = gen()
    await fresh.aclose()
    print([x async for x in fresh])
asyncio.run(main())
