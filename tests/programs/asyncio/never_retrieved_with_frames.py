import asyncio
def deep(n):
    if n == 0:
        return {}["missing"]
    return deep(n - 1)
async def bad():
    await asyncio.sleep(1)
    deep(2)
async def main():
    asyncio.create_task(bad(), name="bad one")
    await asyncio.sleep(2)
    print("main ends")
asyncio.run(main())
