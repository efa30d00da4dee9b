import asyncio
async def count(n):
    while True:
        yield n
        n += 1
async def sieve(src, p):
    async for x in src:
        if x % p:
            yield x
async def primes():
    src = count(2)
    while True:
        p = await anext(src)
        yield p
        src = sieve(src, p)
async def main():
    out = []
    g = primes()
    async for p in g:
        out.append(p)
        if len(out) == 8:
            break
    print(out)
    await g.aclose()
asyncio.run(main())
