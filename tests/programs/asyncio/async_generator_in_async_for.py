import asyncio
async def ticks(n):
    try:
        for i in range(n):
            await asyncio.sleep(1)
            yield i
    finally:
        print("closed")
async def main():
    async for t in ticks(3):
        print(t, asyncio.get_running_loop().time())
    else:
        print("else")
    print([t async for t in ticks(3) if t != 1], {t: -t async for t in ticks(2)})
    g = (t * 10 async for t in ticks(2))
    print(type(g).__name__, [x async for x in g])
asyncio.run(main())
