import asyncio
class Batcher:
    def __init__(self, size, wait):
        self.size, self.wait = size, wait
        self.items, self.futures = [], []
        self.timer = None
    def submit(self, x):
        fut = asyncio.get_running_loop().create_future()
        self.items.append(x)
        self.futures.append(fut)
        if len(self.items) == self.size:
            self.flush("full")
        elif self.timer is None:
            self.timer = asyncio.get_running_loop().call_later(self.wait, self.flush, "late")
        return fut
    def flush(self, why):
        if self.timer:
            self.timer.cancel()
            self.timer = None
        items, futures = self.items, self.futures
        self.items, self.futures = [], []
        print(asyncio.get_running_loop().time(), why, items)
        for x, f in zip(items, futures):
            if not f.cancelled():
                f.set_result(x * 2)
async def user(b, x, t):
    await asyncio.sleep(t)
    r = await b.submit(x)
    return x, r, asyncio.get_running_loop().time()
async def main():
    b = Batcher(3, 1)
    for r in await asyncio.gather(*(user(b, x, t) for x, t in enumerate((0, 0.2, 0.4, 0.5, 2, 2, 2.5)))):
        print(r)
asyncio.run(main())
