import asyncio
async def gen():
    for i in range(3):
        await asyncio.sleep(1)
        yield i
async def use(name, g):
    try:
        async for x in g:
            print(name, x)
    except RuntimeError as e:
        print(name, e)
async def main():
    g = gen()
    await asyncio.gather(use("a", g), use("b", g))
asyncio.run(main())
