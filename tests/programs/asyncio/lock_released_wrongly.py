import asyncio
async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    async with lock as x:
        print(x, lock.locked())
    try:
        async with lock:
            raise ValueError("inside")
    except ValueError:
        print(lock.locked())
    print(await lock.acquire(), lock.locked())
    lock.release()
    try:
        with lock:
            pass
    except TypeError as e:
        print(e)
asyncio.run(main())
