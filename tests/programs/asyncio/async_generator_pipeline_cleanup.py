import asyncio
async def source(log):
    try:
        n = 0
        while True:
            yield n
            n += 1
            await asyncio.sleep(0.1)
    finally:
        log.append("source closed")
async def double(src, log):
    try:
        async for x in src:
            yield x * 2
    finally:
        log.append("double closed")
        await src.aclose()
async def main():
    log = []
    s = source(log)
    d = double(s, log)
    async for x in d:
        if x >= 4:
            break
    await d.aclose()
    print(x, log)
    log.clear()
    async with asyncio.timeout(0.35):
        try:
            async for x in double(source(log), log):
                print("item", x)
        except asyncio.CancelledError:
            print("cancelled", log)
            raise
asyncio.run(main())
