import asyncio
async def forgotten():
    print("never")
async def main():
    forgotten()
    print("after")
asyncio.run(main())
