import asyncio
async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow is cancelled")
        raise
    return "slow"
async def fast():
    await asyncio.sleep(1)
    return "fast"
async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.wait_for(fast(), 2), loop.time())
    try:
        await asyncio.wait_for(slow(), 2)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e), repr(e.__cause__), loop.time())
    print(await asyncio.wait_for(fast(), None), loop.time())
    for t in (0, -1):
        try:
            await asyncio.wait_for(slow(), t)
        except TimeoutError:
            print("at once", loop.time())
    f = asyncio.Future()
    f.set_result("ready")
    print(await asyncio.wait_for(f, 0))
asyncio.run(main())
