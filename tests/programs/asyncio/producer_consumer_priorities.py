import asyncio
async def producer(q, name, jobs):
    for prio, what in jobs:
        await q.put((prio, f"{name}:{what}"))
        await asyncio.sleep(0.3)
    print(name, "done")
async def consumer(q, n):
    done = []
    while len(done) < n:
        prio, what = await asyncio.wait_for(q.get(), 5)
        await asyncio.sleep(0.5)
        done.append(what)
        q.task_done()
    return done
async def main():
    q = asyncio.PriorityQueue(3)
    ps = [asyncio.create_task(producer(q, n, j)) for n, j in (("x", [(5, "a"), (1, "b"), (3, "c")]), ("y", [(2, "d"), (2, "e")]))]
    print(await consumer(q, 5))
    await q.join()
    await asyncio.gather(*ps)
    try:
        await consumer(q, 1)
    except TimeoutError:
        print("nothing more", asyncio.get_running_loop().time())
asyncio.run(main())
