import asyncio
class Watchdog:
    def __init__(self, limit, on_dead):
        self.limit, self.on_dead = limit, on_dead
        self.handle = None
    def feed(self):
        if self.handle:
            self.handle.cancel()
        self.handle = asyncio.get_running_loop().call_later(self.limit, self.on_dead)
    def stop(self):
        self.handle.cancel()
async def main():
    loop = asyncio.get_running_loop()
    dead = asyncio.Event()
    def died():
        print("dead at", loop.time())
        dead.set()
    w = Watchdog(2, died)
    for pause in (1, 1.5, 1.9):
        w.feed()
        await asyncio.sleep(pause)
    w.feed()
    await dead.wait()
    w.feed()
    w.stop()
    await asyncio.sleep(5)
    print("over", loop.time())
asyncio.run(main())
