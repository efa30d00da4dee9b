import asyncio
async def pool(jobs, n):
    todo = asyncio.Queue()
    results = [None] * len(jobs)
    for item in enumerate(jobs):
        todo.put_nowait(item)
    async def worker(w):
        while not todo.empty():
            i, job = todo.get_nowait()
            try:
                results[i] = await job
            except Exception as e:
                results[i] = e
            todo.task_done()
            print(f"{asyncio.get_running_loop().time():g} worker {w} did {i}")
    await asyncio.gather(*(worker(w) for w in range(n)))
    return results
async def square(n):
    await asyncio.sleep(n)
    if n == 3:
        raise ValueError("three")
    return n * n
async def main():
    print(await pool([square(n) for n in (2, 3, 1, 2, 4)], 2))
asyncio.run(main())
