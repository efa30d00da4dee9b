import asyncio
async def gen(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
async def double(x):
    await asyncio.sleep(0)
    return 2 * x
async def main():
    print([x async for x in gen(3)])
    print({x % 2 async for x in gen(3)})
    print({x: y async for x in gen(2) for y in "ab"})
    print([await double(x) for x in range(3)])
    print([await double(x) async for x in gen(4) if await double(x) > 2])
    g = (await double(x) async for x in gen(2))
    print(type(g).__name__, [x async for x in g])
    print([[y async for y in gen(x)] for x in range(3)])
asyncio.run(main())
