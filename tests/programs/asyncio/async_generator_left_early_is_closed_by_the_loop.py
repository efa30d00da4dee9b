import asyncio
async def ticks():
    try:
        n = 0
        while True:
            yield n
            n += 1
    finally:
        await asyncio.sleep(1)
        print("closed at", asyncio.get_running_loop().time())
async def main():
    async for t in ticks():
        if t == 2:
            break
    print("left")
    await asyncio.sleep(0)
    await asyncio.sleep(2)
    g = ticks()
    print(await anext(g), await anext(g))
    print("main ends")
asyncio.run(main())
