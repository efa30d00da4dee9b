import asyncio
class Pages:
    def __init__(self, total, size):
        self.total, self.size = total, size
        self.fetched = 0
    def __aiter__(self):
        self.page = 0
        self.buffer = []
        return self
    async def __anext__(self):
        if not self.buffer:
            await self.refill()
        if not self.buffer:
            raise StopAsyncIteration
        return self.buffer.pop(0)
    async def refill(self):
        start = self.page * self.size
        self.page += 1
        if start < self.total:
            await asyncio.sleep(1)
            self.fetched += 1
            self.buffer = list(range(start, min(start + self.size, self.total)))
async def main():
    p = Pages(7, 3)
    print([x async for x in p], p.fetched)
    async for x in p:
        if x == 4:
            break
    print(x, p.fetched, p.buffer)
    async def take(it, n):
        async for x in it:
            if n == 0:
                return
            n -= 1
            yield x
    print([x async for x in take(Pages(100, 10), 4)], asyncio.get_running_loop().time())
asyncio.run(main())
