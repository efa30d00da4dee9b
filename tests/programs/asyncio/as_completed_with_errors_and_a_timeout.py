import asyncio
async def f(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n
async def main():
    for c in asyncio.as_completed([f(3), f(1), f(2), f(9)], timeout=5):
        try:
            print(await c, asyncio.get_running_loop().time())
        except Exception as e:
            print(repr(e), asyncio.get_running_loop().time())
    print(list(asyncio.as_completed([])))
asyncio.run(main())
