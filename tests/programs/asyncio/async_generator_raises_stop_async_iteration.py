import asyncio
async def gen(kind):
    yield 1
    raise kind("inside")
async def main():
    for kind in (StopAsyncIteration, StopIteration, ValueError):
        try:
            async for x in gen(kind):
                print(x)
        except Exception as e:
            print(repr(e), repr(e.__cause__))
asyncio.run(main())
