import asyncio
async def get(q, n):
    print(n, "got", await q.get())
async def main():
    q = asyncio.Queue()
    ts = [asyncio.create_task(get(q, n)) for n in "abcd"]
    await asyncio.sleep(0)
    ts[0].cancel()
    q.put_nowait(1)
    q.put_nowait(2)
    print("put", q.qsize())
    await asyncio.sleep(0)
    print(await asyncio.gather(*ts[:3], return_exceptions=True))
    q.put_nowait(3)
    await ts[3]
asyncio.run(main())
