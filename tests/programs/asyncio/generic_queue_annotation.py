import asyncio
async def produce(q: asyncio.Queue[int], fut: asyncio.Future[str], t: asyncio.Task[None] | None = None) -> None:
    await q.put(1)
    fut.set_result("x")
async def main() -> None:
    q: asyncio.Queue[int] = asyncio.Queue()
    fut = asyncio.get_running_loop().create_future()
    await produce(q, fut)
    print(q.get_nowait(), await fut)
asyncio.run(main())
