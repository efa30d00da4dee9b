import asyncio
async def main():
    q = asyncio.PriorityQueue()
    for item in ((2, "b"), (1, "z"), (2, "a"), (0, "first")):
        await q.put(item)
    print(q)
    while not q.empty():
        print(await q.get())
    q.put_nowait((1, {}))
    try:
        q.put_nowait((1, {}))
    except TypeError as e:
        print(e)
    q = asyncio.LifoQueue(2)
    q.put_nowait(1)
    q.put_nowait(2)
    print(q, q.full(), q.get_nowait(), q.get_nowait())
asyncio.run(main())
