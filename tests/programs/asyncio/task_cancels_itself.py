import asyncio
async def work():
    asyncio.current_task().cancel()
    print("goes on")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("now")
        raise
async def ends():
    asyncio.current_task().cancel()
    return "value"
async def main():
    for f in work, ends:
        t = asyncio.create_task(f())
        await asyncio.wait([t])
        print(t.cancelled())
asyncio.run(main())
