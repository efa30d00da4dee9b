import asyncio
import types
@types.coroutine
def wait_twice(a, b):
    x = yield from asyncio.sleep(a, "first").__await__()
    y = yield from asyncio.sleep(b, "second")
    return x, y
class Countdown:
    def __init__(self, n):
        self.n = n
    def __await__(self):
        while self.n:
            yield
            self.n -= 1
        return "zero"
async def main():
    print(await wait_twice(1, 2), asyncio.get_running_loop().time())
    print(await asyncio.gather(Countdown(3), Countdown(1), wait_twice(0, 1)))
    print(await asyncio.wait_for(Countdown(2), 1))
asyncio.run(main())
