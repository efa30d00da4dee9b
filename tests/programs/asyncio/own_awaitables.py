import asyncio
class Twice:
    def __init__(self, what):
        self.what = what
    def __await__(self):
        a = yield from asyncio.sleep(1, self.what).__await__()
        b = yield from asyncio.sleep(1, self.what).__await__()
        return a + b
async def main():
    print(await Twice(3), asyncio.get_running_loop().time())
    print(await asyncio.gather(Twice(1), Twice("x")))
    print(await asyncio.ensure_future(Twice(5)))
    print(await asyncio.wait_for(Twice(2), 9))
    for bad in (4, "s", None):
        try:
            await bad
        except TypeError as e:
            print(e)
        try:
            asyncio.ensure_future(bad)
        except TypeError as e:
            print(e)
asyncio.run(main())
