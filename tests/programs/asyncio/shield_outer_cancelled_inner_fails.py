import asyncio
async def bad():
    await asyncio.sleep(2)
    raise ValueError("inner")
async def main():
    t = asyncio.create_task(bad())
    s = asyncio.shield(t)
    await asyncio.sleep(1)
    s.cancel()
    await asyncio.sleep(2)
    print(t.done())
asyncio.run(main())
