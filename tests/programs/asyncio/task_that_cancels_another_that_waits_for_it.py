import asyncio
async def a():
    try:
        await tb
    except asyncio.CancelledError:
        print("a cancelled", tb.cancelled())
        raise
async def b():
    await asyncio.sleep(1)
    ta.cancel()
    try:
        await asyncio.sleep(1)
    finally:
        print("b cancelled through a")
async def main():
    global ta, tb
    ta, tb = asyncio.create_task(a()), asyncio.create_task(b())
    print(await asyncio.gather(ta, tb, return_exceptions=True))
asyncio.run(main())
