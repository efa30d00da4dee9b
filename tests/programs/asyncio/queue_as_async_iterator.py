import asyncio
class Channel:
    def __init__(self, size=0):
        self.q = asyncio.Queue(size)
        self.closed = asyncio.Event()
    async def send(self, x):
        if self.closed.is_set():
            raise RuntimeError("closed")
        await self.q.put(x)
    def close(self):
        self.closed.set()
    def __aiter__(self):
        return self
    async def __anext__(self):
        getter = asyncio.ensure_future(self.q.get())
        closing = asyncio.ensure_future(self.closed.wait())
        done, pending = await asyncio.wait({getter, closing}, return_when=asyncio.FIRST_COMPLETED)
        for p in pending:
            p.cancel()
        if getter in done:
            return getter.result()
        if not self.q.empty():
            return self.q.get_nowait()
        raise StopAsyncIteration
async def feed(c):
    for i in range(3):
        await c.send(i)
        await asyncio.sleep(0.5)
    c.close()
    try:
        await c.send(9)
    except RuntimeError as e:
        print(e)
async def main():
    c = Channel(1)
    t = asyncio.create_task(feed(c))
    async for x in c:
        print(x, asyncio.get_running_loop().time())
    await t
asyncio.run(main())
