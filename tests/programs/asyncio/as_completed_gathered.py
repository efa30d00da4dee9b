import asyncio
async def f(n):
    await asyncio.sleep(n)
    return n
async def main():
    cs = list(asyncio.as_completed([f(3), f(1), f(2), f(1)]))
    print(len(cs), await asyncio.gather(*cs))
    t = asyncio.create_task(f(1))
    print([await c for c in asyncio.as_completed([t, t, t])])
asyncio.run(main())
