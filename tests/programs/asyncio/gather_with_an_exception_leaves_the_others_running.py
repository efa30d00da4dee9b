import asyncio
async def bad():
    await asyncio.sleep(1)
    raise ValueError("first")
async def good(n):
    await asyncio.sleep(n)
    print("good", n)
    return n
async def main():
    try:
        await asyncio.gather(good(2), bad(), good(3))
    except ValueError as e:
        print("caught", e, asyncio.get_running_loop().time())
    await asyncio.sleep(5)
    print(await asyncio.gather(good(1), bad(), return_exceptions=True))
asyncio.run(main())
