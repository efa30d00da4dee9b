import asyncio
async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
async def squares(source):
    async for x in source:
        yield x * x
async def pairs(source):
    last = None
    async for x in source:
        if last is not None:
            yield last, x
        last = x
async def main():
    async for p in pairs(squares(numbers(4))):
        print(p)
asyncio.run(main())
