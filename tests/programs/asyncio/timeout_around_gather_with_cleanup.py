import asyncio
class Resource:
    open_count = 0
    async def __aenter__(self):
        Resource.open_count += 1
        await asyncio.sleep(0.1)
        return self
    async def __aexit__(self, *exc):
        await asyncio.sleep(0.1)
        Resource.open_count -= 1
async def job(n):
    async with Resource():
        try:
            await asyncio.sleep(n)
            return n
        except asyncio.CancelledError:
            print(f"job {n} interrupted at {asyncio.get_running_loop().time():.1f}")
            raise
        finally:
            print(f"job {n} leaves, {Resource.open_count} open")
async def main():
    try:
        print(await asyncio.wait_for(asyncio.gather(job(1), job(2), job(3)), timeout=2.5))
    except asyncio.TimeoutError:
        print("timeout,", Resource.open_count, "open")
    try:
        async with asyncio.timeout(1.15):
            print(await asyncio.gather(job(1), job(0.5)))
    except TimeoutError:
        print("late by a bit")
asyncio.run(main())
