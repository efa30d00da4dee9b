import asyncio
async def get(q, name):
    try:
        print(name, await q.get())
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
async def main():
    q = asyncio.Queue()
    a, b = asyncio.create_task(get(q, "a")), asyncio.create_task(get(q, "b"))
    await asyncio.sleep(0)
    q.put_nowait("item")
    a.cancel()
    await asyncio.sleep(0)
    await b
asyncio.run(main())
