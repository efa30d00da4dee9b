import asyncio
async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(3)
        return "in the end"
async def fails():
    try:
        await asyncio.sleep(10)
    finally:
        raise RuntimeError("in cleanup")
async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.wait_for(stubborn(), 1), loop.time())
    try:
        await asyncio.wait_for(fails(), 1)
    except RuntimeError as e:
        print(e, loop.time())
asyncio.run(main())
