import asyncio
async def f():
    await asyncio.sleep(100)
    return asyncio.current_task().get_name()
async def main():
    print(await asyncio.wait_for(f(), None))
    print(await asyncio.wait_for(f(), timeout=200))
    print(asyncio.get_running_loop().time())
asyncio.run(main())
