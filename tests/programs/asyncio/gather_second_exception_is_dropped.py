import asyncio
async def bad(n):
    await asyncio.sleep(n)
    raise KeyError(n)
async def main():
    try:
        await asyncio.gather(bad(1), bad(2), bad(1))
    except KeyError as e:
        print("first", e)
    await asyncio.sleep(3)
    print("nothing is reported")
asyncio.run(main())
