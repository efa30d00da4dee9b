import asyncio
async def work(n):
    try:
        await asyncio.sleep(9)
    finally:
        print("work ends", n)
async def grouped():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work(1))
        tg.create_task(work(2))
async def main():
    t = asyncio.create_task(grouped())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled())
asyncio.run(main())
