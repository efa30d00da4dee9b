import asyncio
class Limiter:
    def __init__(self, per_second):
        self.gap, self.next = 1 / per_second, 0
    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        at = max(self.next, loop.time())
        self.next = at + self.gap
        await asyncio.sleep(at - loop.time())
    async def __aexit__(self, *args):
        pass
async def main():
    limit = Limiter(4)
    async def job(n):
        async with limit:
            print(n, asyncio.get_running_loop().time())
    await asyncio.gather(*(job(n) for n in range(6)))
asyncio.run(main())
