import asyncio
async def bad(n):
    await asyncio.sleep(n)
    raise ValueError(n)
async def inner():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad(1))
        tg.create_task(bad(1))
async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(inner())
        tg.create_task(bad(1))
asyncio.run(main())
