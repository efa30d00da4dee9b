import asyncio
import functools
def retry(times, base, errors=(Exception,)):
    def deco(f):
        @functools.wraps(f)
        async def wrapper(*args, **kw):
            for attempt in range(times):
                try:
                    return await f(*args, **kw)
                except errors as e:
                    if attempt == times - 1:
                        raise
                    delay = base * 2 ** attempt
                    print(f"{f.__name__} failed with {e!r}, again in {delay}")
                    await asyncio.sleep(delay)
        return wrapper
    return deco
class Flaky:
    def __init__(self, good_after):
        self.n = 0
        self.good_after = good_after
    @retry(3, 0.5, (ConnectionError,))
    async def call(self, x):
        self.n += 1
        await asyncio.sleep(0.1)
        if self.n <= self.good_after:
            raise ConnectionError(f"try {self.n}")
        if x < 0:
            raise ValueError("negative")
        return x * 10
async def main():
    print(await Flaky(2).call(4))
    for flaky, x in ((Flaky(5), 1), (Flaky(0), -1)):
        try:
            await flaky.call(x)
        except (ConnectionError, ValueError) as e:
            print("gave up:", repr(e))
    print(asyncio.get_running_loop().time())
asyncio.run(main())
