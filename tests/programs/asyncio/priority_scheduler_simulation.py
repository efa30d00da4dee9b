import asyncio
import heapq
class Sim:
    def __init__(self):
        self.now, self.heap, self.n = 0, [], 0
    def at(self, delay):
        fut = asyncio.get_running_loop().create_future()
        heapq.heappush(self.heap, (self.now + delay, self.n, fut))
        self.n += 1
        return fut
    async def run(self):
        while True:
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            if not self.heap:
                return self.now
            self.now, _, fut = heapq.heappop(self.heap)
            fut.set_result(self.now)
async def clock(sim, name, tick, n):
    for _ in range(n):
        t = await sim.at(tick)
        print(name, t)
async def main():
    sim = Sim()
    ts = [asyncio.create_task(clock(sim, "fast", 0.5, 4)), asyncio.create_task(clock(sim, "slow", 1, 2))]
    print("end", await sim.run(), asyncio.get_running_loop().time(), [t.done() for t in ts])
asyncio.run(main())
