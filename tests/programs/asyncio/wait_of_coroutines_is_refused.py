import asyncio
async def f():
    print("never")
async def main():
    await asyncio.wait([f()])
asyncio.run(main())
