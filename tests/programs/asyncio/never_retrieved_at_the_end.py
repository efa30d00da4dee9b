import asyncio
async def bad():
    raise ValueError("unseen")
async def main():
    t = asyncio.create_task(bad())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(t.done())
asyncio.run(main())
print("after run")
