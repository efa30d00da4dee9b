import asyncio
class Open(Exception):
    pass
class Breaker:
    def __init__(self, limit, rest):
        self.limit, self.rest = limit, rest
        self.failures = 0
        self.opened_at = None
    async def __aenter__(self):
        now = asyncio.get_running_loop().time()
        if self.opened_at is not None:
            if now - self.opened_at < self.rest:
                raise Open(f"for {self.rest - (now - self.opened_at):g} more")
            self.opened_at = None
        return self
    async def __aexit__(self, kind, exc, tb):
        if kind is None:
            self.failures = 0
        elif issubclass(kind, OSError):
            self.failures += 1
            if self.failures >= self.limit:
                self.opened_at = asyncio.get_running_loop().time()
                self.failures = 0
        return False
async def service(ok):
    await asyncio.sleep(0.5)
    if not ok:
        raise OSError("down")
    return "up"
async def main():
    breaker = Breaker(2, 3)
    for ok in (True, False, False, True, True, True, True, False, True):
        try:
            async with breaker:
                print(asyncio.get_running_loop().time(), await service(ok))
        except (Open, OSError) as e:
            print(asyncio.get_running_loop().time(), type(e).__name__, e)
            await asyncio.sleep(1)
asyncio.run(main())
