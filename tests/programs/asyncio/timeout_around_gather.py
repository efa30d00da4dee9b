import asyncio
async def f(n):
    try:
        await asyncio.sleep(n)
        print("done", n)
        return n
    except asyncio.CancelledError:
        print("cancelled", n)
        raise
async def main():
    try:
        async with asyncio.timeout(2.5):
            print(await asyncio.gather(*(f(n) for n in range(1, 5))))
    except TimeoutError as e:
        print(repr(e), repr(e.__cause__))
asyncio.run(main())
