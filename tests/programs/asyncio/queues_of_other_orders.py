import asyncio
async def main():
    p, l = asyncio.PriorityQueue(), asyncio.LifoQueue()
    for x in (3, 1, 2, 5, 4, 1):
        await p.put((x, f"n{x}"))
        await l.put(x)
    print([(await p.get())[0] for _ in range(6)], [l.get_nowait() for _ in range(6)])
    print(str(p), str(l), isinstance(p, asyncio.Queue))
asyncio.run(main())
