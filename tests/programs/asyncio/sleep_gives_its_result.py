import asyncio
async def main():
    print(await asyncio.sleep(0.5, "done"), await asyncio.sleep(0, "at once"), await asyncio.sleep(-1, "past"))
    print(asyncio.get_running_loop().time())
    try:
        await asyncio.sleep(None)
    except TypeError as e:
        print(e)
asyncio.run(main())
