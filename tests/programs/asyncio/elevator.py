import asyncio
class Elevator:
    def __init__(self):
        self.floor, self.calls = 0, []
        self.wake = asyncio.Event()
        self.log = []
    async def call(self, floor):
        arrived = asyncio.Event()
        self.calls.append((floor, arrived))
        self.wake.set()
        await arrived.wait()
    async def run(self):
        while True:
            while not self.calls:
                self.wake.clear()
                await self.wake.wait()
            self.calls.sort(key=lambda c: abs(c[0] - self.floor))
            floor, arrived = self.calls.pop(0)
            await asyncio.sleep(abs(floor - self.floor))
            self.floor = floor
            self.log.append((asyncio.get_running_loop().time(), floor))
            arrived.set()
async def rider(e, start, frm, to):
    await asyncio.sleep(start)
    await e.call(frm)
    await e.call(to)
async def main():
    e = Elevator()
    r = asyncio.create_task(e.run())
    await asyncio.gather(rider(e, 0, 3, 0), rider(e, 1, 1, 5), rider(e, 2, 4, 2))
    r.cancel()
    print(e.log)
asyncio.run(main())
