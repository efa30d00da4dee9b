import asyncio
async def f(n, bad=False):
    await asyncio.sleep(n)
    if bad:
        raise ValueError(n)
    return n
async def main():
    ts = [asyncio.create_task(f(1)), asyncio.create_task(f(2, True)), asyncio.create_task(f(3))]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), [t.exception() for t in done])
    ts[2].cancel()
    done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), ts[2].cancelled())
    done, pending = await asyncio.wait([asyncio.create_task(f(1))], return_when=asyncio.FIRST_EXCEPTION)
    print([t.result() for t in done])
asyncio.run(main())
