import asyncio
async def worker(name, q):
    while True:
        n = await q.get()
        await asyncio.sleep(n)
        print(name, n)
        q.task_done()
async def main():
    q = asyncio.Queue()
    for n in (3, 1, 2, 1):
        q.put_nowait(n)
    ws = [asyncio.create_task(worker(f"w{i}", q)) for i in range(2)]
    print(q._unfinished_tasks)
    await q.join()
    print("joined", asyncio.get_running_loop().time())
    for w in ws:
        w.cancel()
    print(await asyncio.gather(*ws, return_exceptions=True))
    try:
        q.task_done()
    except ValueError as e:
        print(e)
asyncio.run(main())
