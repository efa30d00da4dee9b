import asyncio
async def joiner(q, n):
    await q.join()
    print("joined", n, asyncio.get_running_loop().time())
async def worker(q):
    while True:
        n = await q.get()
        await asyncio.sleep(n)
        q.task_done()
async def main():
    q = asyncio.Queue()
    for n in (1, 2, 1):
        q.put_nowait(n)
    w = asyncio.create_task(worker(q))
    await asyncio.gather(*(joiner(q, n) for n in range(3)))
    w.cancel()
asyncio.run(main())
