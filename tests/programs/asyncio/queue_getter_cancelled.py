import asyncio
async def get(q, name):
    print(name, await q.get())
async def main():
    q = asyncio.Queue()
    a = asyncio.create_task(get(q, "a"))
    b = asyncio.create_task(get(q, "b"))
    await asyncio.sleep(0)
    q.put_nowait(1)
    a.cancel()
    await asyncio.wait([a])
    await b
    print(a.cancelled(), q)if False else print(a.cancelled(), q.qsize())
asyncio.run(main())
