import asyncio
async def worker(name, q, log):
    while True:
        priority, job = await q.get()
        log.append((name, job))
        await asyncio.sleep(priority)
        q.task_done()
async def main():
    q, log = asyncio.PriorityQueue(), []
    for p, job in ((3, "low"), (1, "high"), (2, "middle"), (1, "also high")):
        q.put_nowait((p, job))
    ws = [asyncio.create_task(worker(n, q, log)) for n in "xy"]
    await q.join()
    for w in ws:
        w.cancel()
    print(log)
asyncio.run(main())
