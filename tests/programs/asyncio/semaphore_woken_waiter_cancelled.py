import asyncio
async def user(sem, name):
    async with sem:
        print(name)
async def main():
    sem = asyncio.Semaphore(1)
    await sem.acquire()
    a, b = asyncio.create_task(user(sem, "a")), asyncio.create_task(user(sem, "b"))
    await asyncio.sleep(0)
    sem.release()
    a.cancel()
    await asyncio.wait([a, b])
    print(a.cancelled(), b.done(), sem.locked())
asyncio.run(main())
