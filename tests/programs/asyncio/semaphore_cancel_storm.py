import asyncio
async def job(sem, n):
    async with sem:
        await asyncio.sleep(1)
        return n
async def main():
    sem = asyncio.BoundedSemaphore(2)
    ts = [asyncio.create_task(job(sem, n)) for n in range(8)]
    await asyncio.sleep(0.5)
    for t in ts[::3]:
        t.cancel()
    await asyncio.sleep(0)
    print(sem.locked())
    ts[4].cancel()
    print([r if isinstance(r, int) else "x" for r in await asyncio.gather(*ts, return_exceptions=True)])
    print(asyncio.get_running_loop().time(), sem.locked())
asyncio.run(main())
