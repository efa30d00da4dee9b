import asyncio
async def f(n):
    await asyncio.sleep(n)
    print("f", n)
    return n
async def main():
    ts = [asyncio.create_task(f(2)), asyncio.create_task(f(3))]
    w = asyncio.create_task(asyncio.wait(ts))
    await asyncio.sleep(1)
    w.cancel()
    try:
        await w
    except asyncio.CancelledError:
        print("wait cancelled", [t.done() for t in ts])
    print(await asyncio.gather(*ts))
asyncio.run(main())
