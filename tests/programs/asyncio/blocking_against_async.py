import asyncio
import time
def blocking(n):
    time.sleep(n)
    return n
async def waiting(n):
    await asyncio.sleep(n)
    return n
def sync_main():
    start = time.perf_counter()
    results = [blocking(n) for n in (1, 2, 3)]
    print(results, time.perf_counter() - start)
async def async_main():
    start = time.perf_counter()
    results = await asyncio.gather(*map(waiting, (1, 2, 3)))
    print(results, time.perf_counter() - start)
async def one_by_one():
    start = time.perf_counter()
    results = [await waiting(n) for n in (1, 2, 3)]
    print(results, time.perf_counter() - start)
sync_main()
asyncio.run(async_main())
asyncio.run(one_by_one())
