import asyncio
async def main():
    sem = asyncio.BoundedSemaphore(2)
    try:
        sem.release()
    except ValueError as e:
        print(e)
    async with sem:
        async with sem:
            print(sem.locked())
    plain = asyncio.Semaphore(2)
    plain.release()
    await plain.acquire()
    await plain.acquire()
    print(plain.locked())
asyncio.run(main())
