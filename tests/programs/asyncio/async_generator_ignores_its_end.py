import asyncio
async def gen():
    try:
        yield 1
    except GeneratorExit:
        yield 2
async def main():
    g = gen()
    await g.asend(None)
    try:
        await g.aclose()
    except RuntimeError as e:
        print(e)
asyncio.run(main())
