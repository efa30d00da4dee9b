import asyncio
async def use(sem, n):
    async with sem:
        print("in", n, asyncio.get_running_loop().time())
        await asyncio.sleep(1)
async def main():
    sem = asyncio.Semaphore(2)
    await asyncio.gather(*(use(sem, n) for n in range(5)))
    print(sem.locked())
    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        print(bounded.locked())
    try:
        bounded.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
asyncio.run(main())
