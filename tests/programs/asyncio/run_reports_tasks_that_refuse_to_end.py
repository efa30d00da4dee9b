import asyncio
async def stubborn():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("cleaning", asyncio.get_running_loop().time())
        await asyncio.sleep(5)
        print("cleaned", asyncio.get_running_loop().time())
        return "kept going"
async def fails():
    try:
        await asyncio.sleep(100)
    finally:
        raise ValueError("in cleanup")
async def main():
    asyncio.create_task(stubborn())
    asyncio.create_task(fails())
    await asyncio.sleep(1)
    print("main ends")
asyncio.run(main())
print("after run")
