import asyncio
async def level3():
    await asyncio.sleep(1)
    raise KeyError("deep")
async def level2():
    try:
        await level3()
    except KeyError as e:
        raise RuntimeError("level 2") from e
async def main():
    await asyncio.gather(level2(), asyncio.sleep(5))
asyncio.run(main())
