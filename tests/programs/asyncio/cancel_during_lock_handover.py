import asyncio
async def holder(lock, name, t):
    try:
        async with lock:
            print(name, "in", asyncio.get_running_loop().time())
            await asyncio.sleep(t)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    print(name, "out")
async def main():
    lock = asyncio.Lock()
    ts = [asyncio.create_task(holder(lock, n, 1), name=n) for n in "abcd"]
    asyncio.get_running_loop().call_later(1, ts[1].cancel)
    asyncio.get_running_loop().call_later(0.5, ts[2].cancel)
    print([type(r).__name__ for r in await asyncio.gather(*ts, return_exceptions=True)], lock.locked())
asyncio.run(main())
