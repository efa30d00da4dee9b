import asyncio
class AsyncCache:
    def __init__(self, f):
        self.f = f
        self.tasks = {}
    async def get(self, key):
        if key not in self.tasks:
            self.tasks[key] = asyncio.create_task(self.f(key))
        try:
            return await asyncio.shield(self.tasks[key])
        except Exception:
            self.tasks.pop(key, None)
            raise
calls = []
async def load(key):
    calls.append(key)
    await asyncio.sleep(1)
    if key == "bad":
        raise KeyError(key)
    return key.upper()
async def main():
    c = AsyncCache(load)
    print(await asyncio.gather(c.get("a"), c.get("b"), c.get("a"), c.get("bad"), c.get("bad"), return_exceptions=True))
    t = asyncio.create_task(c.get("c"))
    await asyncio.sleep(0.5)
    t.cancel()
    print(await c.get("c"), t.cancelled(), calls)
asyncio.run(main())
