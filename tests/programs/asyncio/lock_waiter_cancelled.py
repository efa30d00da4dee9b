import asyncio
async def use(lock, name):
    async with lock:
        print(name)
        await asyncio.sleep(0)
async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a, b, c = (asyncio.create_task(use(lock, n)) for n in "abc")
    await asyncio.sleep(0)
    lock.release()
    a.cancel()
    await asyncio.wait([a, b, c])
    print(a.cancelled(), lock.locked())
asyncio.run(main())
