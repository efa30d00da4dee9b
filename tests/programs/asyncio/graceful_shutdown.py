import asyncio
async def worker(name, q):
    try:
        while True:
            job = await q.get()
            print(name, "starts", job)
            await asyncio.shield(finish(name, job))
            q.task_done()
    except asyncio.CancelledError:
        print(name, "asked to stop at", asyncio.get_running_loop().time())
        raise
    finally:
        print(name, "ends")
async def finish(name, job):
    await asyncio.sleep(job)
    print(name, "finished", job, "at", asyncio.get_running_loop().time())
async def main():
    q = asyncio.Queue()
    for j in (2, 3, 4, 1):
        q.put_nowait(j)
    workers = [asyncio.create_task(worker(f"w{i}", q)) for i in range(2)]
    await asyncio.sleep(4)
    for w in workers:
        w.cancel()
    print([type(r).__name__ for r in await asyncio.gather(*workers, return_exceptions=True)], q.qsize())
    rest = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    print(len(rest), "still finishing")
    await asyncio.wait(rest)
asyncio.run(main())
