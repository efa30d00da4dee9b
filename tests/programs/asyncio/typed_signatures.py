import asyncio
from typing import AsyncIterator, Awaitable, Callable, Optional
async def produce(q: "asyncio.Queue[int]", n: int) -> None:
    for i in range(n):
        await q.put(i)
async def consume(q: asyncio.Queue, f: Optional[Callable] = None) -> int:
    total: int = 0
    while not q.empty():
        total += await q.get()
    return total
async def stream(n: int) -> AsyncIterator[int]:
    for i in range(n):
        yield i
async def main() -> None:
    q: asyncio.Queue[int] = asyncio.Queue()
    await produce(q, 4)
    print(await consume(q), [x async for x in stream(3)])
asyncio.run(main())
