import asyncio
async def bad():
    raise ValueError("x")
async def first(t):
    await t
async def second(t):
    await t
async def main():
    t = asyncio.create_task(bad())
    await asyncio.gather(first(t), return_exceptions=True)
    await second(t)
asyncio.run(main())
