import asyncio
class TokenBucket:
    def __init__(self, rate, capacity):
        self.rate, self.capacity = rate, capacity
        self.tokens = capacity
        self.last = 0.0
        self.lock = asyncio.Lock()
    async def take(self):
        async with self.lock:
            while True:
                now = asyncio.get_running_loop().time()
                self.tokens = min(self.capacity, self.tokens + (now - self.last) * self.rate)
                self.last = now
                if self.tokens >= 1:
                    self.tokens -= 1
                    return now
                await asyncio.sleep((1 - self.tokens) / self.rate)
async def client(bucket, name, n):
    for i in range(n):
        t = await bucket.take()
        print(f"{t:5.2f} {name}{i}")
async def main():
    bucket = TokenBucket(rate=2, capacity=3)
    await asyncio.gather(client(bucket, "a", 4), client(bucket, "b", 4))
asyncio.run(main())
