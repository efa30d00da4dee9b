import asyncio
async def inner():
    print("inner")
    return 5
async def other():
    print("other")
async def main():
    asyncio.create_task(other())
    print(await inner())
    print("still no other")
    await asyncio.sleep(0)
asyncio.run(main())
