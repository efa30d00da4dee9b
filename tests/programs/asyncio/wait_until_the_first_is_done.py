import asyncio
async def f(n):
    await asyncio.sleep(n)
    return n
async def main():
    ts = [asyncio.create_task(f(n), name=f"t{n}") for n in (3, 1, 2, 1)]
    while ts:
        done, ts = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
        print([t.get_name() for t in done], [t.get_name() for t in ts], asyncio.get_running_loop().time())
asyncio.run(main())
