import asyncio
class RWLock:
    def __init__(self):
        self.cond = asyncio.Condition()
        self.readers = 0
        self.writing = False
    async def read(self, name, t):
        async with self.cond:
            await self.cond.wait_for(lambda: not self.writing)
            self.readers += 1
        print(f"{asyncio.get_running_loop().time():.1f} {name} reads with {self.readers}")
        await asyncio.sleep(t)
        async with self.cond:
            self.readers -= 1
            self.cond.notify_all()
    async def write(self, name, t):
        async with self.cond:
            await self.cond.wait_for(lambda: not self.writing and self.readers == 0)
            self.writing = True
        print(f"{asyncio.get_running_loop().time():.1f} {name} writes")
        await asyncio.sleep(t)
        async with self.cond:
            self.writing = False
            self.cond.notify_all()
async def main():
    rw = RWLock()
    async with asyncio.TaskGroup() as tg:
        for i in range(3):
            tg.create_task(rw.read(f"r{i}", 1 + i * 0.5))
        tg.create_task(rw.write("w0", 2))
        tg.create_task(rw.read("r3", 1))
        tg.create_task(rw.write("w1", 1))
asyncio.run(main())
