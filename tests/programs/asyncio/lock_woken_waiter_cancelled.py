import asyncio
async def user(lock, name):
    try:
        async with lock:
            print(name, "has it")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a, b = asyncio.create_task(user(lock, "a")), asyncio.create_task(user(lock, "b"))
    await asyncio.sleep(0)
    lock.release()
    a.cancel()
    print(lock.locked())
    await asyncio.sleep(0)
    await b
    print(lock.locked(), await asyncio.gather(a, return_exceptions=True))
asyncio.run(main())
