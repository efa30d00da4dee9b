import asyncio
async def put(q, n):
    print("wants to put", n)
    await q.put(n)
    print("put", n)
async def main():
    q = asyncio.Queue(1)
    ts = [asyncio.create_task(put(q, n)) for n in range(4)]
    await asyncio.sleep(0)
    print(q)
    ts[2].cancel()
    for _ in range(3):
        print("got", await q.get())
        await asyncio.sleep(0)
    print([t.cancelled() for t in ts])
asyncio.run(main())
