import asyncio
class Rendezvous:
    def __init__(self):
        self.waiting = None
    async def meet(self, mine):
        loop = asyncio.get_running_loop()
        if self.waiting is None:
            self.waiting = (mine, loop.create_future())
            return await self.waiting[1]
        theirs, fut = self.waiting
        self.waiting = None
        fut.set_result(mine)
        return theirs
async def person(r, name, delay):
    await asyncio.sleep(delay)
    other = await r.meet(name)
    print(name, "met", other, asyncio.get_running_loop().time())
async def main():
    r = Rendezvous()
    await asyncio.gather(*(person(r, n, d) for n, d in (("ann", 1), ("bob", 3), ("cid", 2), ("dan", 4))))
asyncio.run(main())
