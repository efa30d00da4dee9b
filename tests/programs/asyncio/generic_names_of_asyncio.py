import asyncio
print(asyncio.Queue[int], asyncio.Future[str], asyncio.Task[None], asyncio.PriorityQueue[tuple[int, str]])
async def f(q: asyncio.Queue[int], t: asyncio.Task[None] | None = None) -> None:
    print(await q.get(), t)
async def main():
    q: asyncio.Queue[int] = asyncio.Queue()
    q.put_nowait(1)
    await f(q)
    print(type(asyncio.Queue[int](3)).__name__)
asyncio.run(main())
