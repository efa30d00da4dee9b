import asyncio
async def f():
    print("never")
async def main():
    loop = asyncio.get_running_loop()
    loop.run_until_complete(f())
asyncio.run(main())
