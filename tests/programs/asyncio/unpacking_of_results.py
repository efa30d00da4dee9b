import asyncio
async def pair(n):
    await asyncio.sleep(n)
    return n, n * n
async def main():
    (a, b), *rest, (c, d) = await asyncio.gather(*map(pair, range(4)))
    print(a, b, rest, c, d)
    print(dict(await asyncio.gather(pair(1), pair(2))))
    print(sorted(await asyncio.gather(*map(pair, (3, 1, 2))), key=lambda p: -p[1]))
    print(max([await pair(n) for n in range(3)]), sum([x for x, _ in await asyncio.gather(pair(1), pair(5))]))
asyncio.run(main())
