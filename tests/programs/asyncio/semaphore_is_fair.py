import asyncio
async def user(sem, n):
    async with sem:
        print(n, "in", asyncio.get_running_loop().time())
        await asyncio.sleep(n)
    print(n, "out", asyncio.get_running_loop().time())
async def main():
    sem = asyncio.Semaphore(2)
    await asyncio.gather(*(user(sem, n) for n in (3, 1, 2, 1)))
    print(sem.locked(), repr(sem)[-21:])
asyncio.run(main())
