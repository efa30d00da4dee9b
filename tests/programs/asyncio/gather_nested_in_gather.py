import asyncio
async def f(n):
    await asyncio.sleep(n)
    print("f", n)
    return n
async def main():
    print(await asyncio.gather(asyncio.gather(f(3), f(1)), f(2), asyncio.gather(f(0))))
    outer = asyncio.gather(asyncio.gather(f(5), f(6)), f(7))
    await asyncio.sleep(1)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("all cancelled")
    await asyncio.sleep(10)
asyncio.run(main())
