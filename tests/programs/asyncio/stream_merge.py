import asyncio
async def ticker(name, period, n):
    for i in range(n):
        await asyncio.sleep(period)
        yield f"{name}{i}"
async def merge(*sources):
    q = asyncio.Queue()
    DONE = object()
    async def pump(source):
        try:
            async for item in source:
                await q.put(item)
        finally:
            await q.put(DONE)
    tasks = [asyncio.create_task(pump(s)) for s in sources]
    left = len(tasks)
    try:
        while left:
            item = await q.get()
            if item is DONE:
                left -= 1
            else:
                yield item
    finally:
        for t in tasks:
            t.cancel()
async def main():
    async for x in merge(ticker("a", 1, 3), ticker("b", 0.7, 4)):
        print(round(asyncio.get_running_loop().time(), 1), x)
    async for x in merge(ticker("c", 1, 9), ticker("d", 2, 9)):
        print(x)
        if x == "d0":
            break
    await asyncio.sleep(1)
    print(len(asyncio.all_tasks()))
asyncio.run(main())
