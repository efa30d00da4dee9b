import asyncio
async def use(lock, name):
    async with lock:
        print(name, "in", lock.locked())
        await asyncio.sleep(1)
    print(name, "out")
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(use(lock, n) for n in "abc"))
    print(lock.locked(), asyncio.get_running_loop().time())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    print(await lock.acquire())
    lock.release()
asyncio.run(main())
