import asyncio
async def main():
    q = asyncio.Queue(2)
    print(q.maxsize, q.empty(), q.full(), q.qsize())
    await q.put(1)
    q.put_nowait(2)
    print(q.empty(), q.full(), q.qsize(), q)
    for act in (lambda: q.put_nowait(3),):
        try:
            act()
        except asyncio.QueueFull as e:
            print(repr(e))
    print(await q.get(), q.get_nowait())
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    q = asyncio.Queue(-1)
    for i in range(5):
        q.put_nowait(i)
    print(q.full(), q.maxsize, q)
asyncio.run(main())
