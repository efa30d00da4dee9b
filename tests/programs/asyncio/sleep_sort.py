import asyncio
async def emit(x, out):
    await asyncio.sleep(x / 10)
    out.append(x)
async def main():
    out = []
    await asyncio.gather(*(emit(x, out) for x in (5, 3, 8, 1, 3, 0, 9)))
    print(out)
asyncio.run(main())
