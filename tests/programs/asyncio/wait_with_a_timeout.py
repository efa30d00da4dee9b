import asyncio
async def f(n):
    await asyncio.sleep(n)
    return n
async def main():
    ts = [asyncio.create_task(f(n)) for n in (1, 2, 5)]
    done, pending = await asyncio.wait(ts, timeout=2)
    print([t.result() for t in done], len(pending), asyncio.get_running_loop().time())
    done, pending = await asyncio.wait(pending, timeout=0)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(pending, timeout=None)
    print([t.result() for t in done], pending, asyncio.get_running_loop().time())
asyncio.run(main())
