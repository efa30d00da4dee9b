import asyncio
async def ticks():
    n = 0
    try:
        while True:
            await asyncio.sleep(1)
            n += 1
            yield n
    except asyncio.CancelledError:
        print("generator sees the cancellation")
        raise
    finally:
        print("generator ends")
async def user():
    async for t in ticks():
        print("tick", t)
async def main():
    t = asyncio.create_task(user())
    await asyncio.sleep(2.5)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
asyncio.run(main())
