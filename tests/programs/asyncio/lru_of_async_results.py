import asyncio
from collections import deque
class Lru:
    def __init__(self, size):
        self.size, self.data, self.order = size, {}, deque()
        self.locks = {}
    async def get(self, key, load):
        lock = self.locks.setdefault(key, asyncio.Lock())
        async with lock:
            if key in self.data:
                self.order.remove(key)
                self.order.append(key)
                return "hit", self.data[key]
            value = self.data[key] = await load(key)
            self.order.append(key)
            if len(self.order) > self.size:
                old = self.order.popleft()
                del self.data[old]
            return "miss", value
async def load(key):
    await asyncio.sleep(1)
    return key * 2
async def main():
    c = Lru(2)
    print(await asyncio.gather(c.get("a", load), c.get("a", load), c.get("b", load)))
    print(await c.get("c", load), await c.get("a", load), list(c.order))
asyncio.run(main())
