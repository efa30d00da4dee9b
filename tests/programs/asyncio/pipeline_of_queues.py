import asyncio
async def stage(name, source, sink, f):
    while (x := await source.get()) is not None:
        await asyncio.sleep(0.1)
        await sink.put(f(x))
    await sink.put(None)
    print(name, "ends")
async def main():
    a, b, c = asyncio.Queue(1), asyncio.Queue(1), asyncio.Queue()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(stage("double", a, b, lambda x: 2 * x))
        tg.create_task(stage("add", b, c, lambda x: x + 1))
        for i in range(4):
            await a.put(i)
        await a.put(None)
    print([c.get_nowait() for _ in range(c.qsize())])
asyncio.run(main())
