import asyncio
async def main():
    sem = asyncio.Semaphore(0)
    print(sem.locked())
    async def taker(n):
        await sem.acquire()
        print("taken", n)
    ts = [asyncio.create_task(taker(n)) for n in range(3)]
    await asyncio.sleep(0)
    sem.release()
    sem.release()
    print("released", sem.locked())
    await asyncio.sleep(0)
    ts[2].cancel()
    await asyncio.sleep(0)
    sem.release()
    print(sem.locked())
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
asyncio.run(main())
