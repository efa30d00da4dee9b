import asyncio
async def f():
    print("never")
async def main():
    asyncio.run(f())
asyncio.run(main())
