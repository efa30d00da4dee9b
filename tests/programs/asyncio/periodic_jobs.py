import asyncio
class Scheduler:
    def __init__(self):
        self.jobs = []
    def every(self, seconds, f, *args):
        self.jobs.append(asyncio.create_task(self._run(seconds, f, args), name=f"{f.__name__}/{seconds}"))
    async def _run(self, seconds, f, args):
        loop = asyncio.get_running_loop()
        due = loop.time()
        while True:
            due += seconds
            await asyncio.sleep(due - loop.time())
            result = f(*args)
            if asyncio.iscoroutine(result):
                await result
    async def stop(self):
        for j in self.jobs:
            j.cancel()
        for j in self.jobs:
            try:
                await j
            except asyncio.CancelledError:
                print("stopped", j.get_name())
def tick(name):
    print(asyncio.get_running_loop().time(), name)
async def slow(name):
    await asyncio.sleep(1.5)
    print(asyncio.get_running_loop().time(), name, "finished")
async def main():
    s = Scheduler()
    s.every(1, tick, "one")
    s.every(2.5, tick, "two and a half")
    s.every(3, slow, "slow")
    await asyncio.sleep(7.25)
    await s.stop()
asyncio.run(main())
