import asyncio
async def f(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n
async def main():
    for c in asyncio.as_completed([f(3), f(1), f(2)]):
        try:
            print(await c)
        except ValueError as e:
            print("error", e)
    try:
        for c in asyncio.as_completed([f(1), f(5)], timeout=3):
            print(await c)
    except TimeoutError:
        print("too long", asyncio.get_running_loop().time())
asyncio.run(main())
