import asyncio
class Buffer:
    def __init__(self, size):
        self.items, self.size = [], size
        self.cond = asyncio.Condition()
    async def put(self, x):
        async with self.cond:
            while len(self.items) == self.size:
                await self.cond.wait()
            self.items.append(x)
            self.cond.notify()
    async def get(self):
        async with self.cond:
            await self.cond.wait_for(lambda: self.items)
            x = self.items.pop(0)
            self.cond.notify()
            return x
async def producer(b, n):
    for i in range(n):
        await b.put(i)
        print("put", i)
async def consumer(b, name, n):
    for _ in range(n):
        print(name, "got", await b.get())
        await asyncio.sleep(0.1)
async def main():
    b = Buffer(2)
    await asyncio.gather(producer(b, 6), consumer(b, "x", 3), consumer(b, "y", 3))
asyncio.run(main())
