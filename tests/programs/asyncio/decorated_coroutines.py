import asyncio
import functools
def logged(f):
    @functools.wraps(f)
    async def wrapper(*a, **k):
        print("->", f.__name__, a, k)
        try:
            r = await f(*a, **k)
        except Exception as e:
            print("<!", f.__name__, repr(e))
            raise
        print("<-", f.__name__, r)
        return r
    return wrapper
class Service:
    def __init__(self):
        self.n = 0
    @logged
    async def add(self, k=1):
        await asyncio.sleep(k)
        self.n += k
        return self.n
    @staticmethod
    @logged
    async def fail(what):
        raise RuntimeError(what)
    @classmethod
    async def make(cls):
        await asyncio.sleep(0)
        return cls()
    def __repr__(self):
        return "Service"
async def main():
    s = await Service.make()
    print(await asyncio.gather(s.add(), s.add(k=2), Service.fail("x"), return_exceptions=True))
asyncio.run(main())
