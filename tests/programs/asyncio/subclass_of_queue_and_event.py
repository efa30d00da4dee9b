import asyncio
class Counting(asyncio.Queue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.puts = 0
    def _put(self, item):
        self.puts += 1
        super()._put(item)
class Named(asyncio.Event):
    def __init__(self, name):
        super().__init__()
        self.name = name
async def main():
    q = Counting()
    for i in range(3):
        await q.put(i)
    print(q.puts, await q.get(), q.qsize())
    e = Named("go")
    asyncio.get_running_loop().call_soon(e.set)
    print(e.name, await e.wait())
asyncio.run(main())
