import asyncio
async def flusher(q, size, every):
    batch = []
    loop = asyncio.get_running_loop()
    deadline = loop.time() + every
    while True:
        try:
            item = await asyncio.wait_for(q.get(), max(0, deadline - loop.time()))
        except TimeoutError:
            item = ...
        if item is None:
            print(loop.time(), "last", batch)
            return
        if item is not ...:
            batch.append(item)
        if len(batch) == size or loop.time() >= deadline:
            print(loop.time(), "flush", batch)
            batch = []
            deadline = loop.time() + every
async def main():
    q = asyncio.Queue()
    t = asyncio.create_task(flusher(q, 3, 1))
    for i in range(8):
        await q.put(i)
        await asyncio.sleep(0.25 if i < 5 else 0.75)
    await q.put(None)
    await t
asyncio.run(main())
