import asyncio
class LoggingLock(asyncio.Lock):
    async def acquire(self):
        print("asks")
        r = await super().acquire()
        print("has")
        return r
    def release(self):
        print("gives back")
        super().release()
async def use(lock, n):
    async with lock:
        await asyncio.sleep(0)
        print("user", n)
async def main():
    lock = LoggingLock()
    await asyncio.gather(use(lock, 1), use(lock, 2))
asyncio.run(main())
