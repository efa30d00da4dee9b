import asyncio
async def gen(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)
async def find(n, want):
    async for x in gen(n):
        if x == want:
            print("found", x)
            break
    else:
        print("not found", want)
    async for x in gen(3):
        if x == 1:
            continue
        print(x)
async def main():
    await find(4, 2)
    await find(2, 5)
asyncio.run(main())
