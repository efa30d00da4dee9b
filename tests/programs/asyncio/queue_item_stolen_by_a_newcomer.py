import asyncio
async def get(q, name):
    print(name, await q.get())
async def main():
    q = asyncio.Queue()
    t = asyncio.create_task(get(q, "waits"))
    await asyncio.sleep(0)
    q.put_nowait(1)
    print("stolen", q.get_nowait())
    await asyncio.sleep(0)
    print(t.done())
    q.put_nowait(2)
    await t
asyncio.run(main())
