# A task of aclose() that is cancelled before it began.
import asyncio
async def agen(n):
    try:
        yield 1
    except BaseException as e:
        print("caught", repr(e))
        try:
            await asyncio.sleep(0.1)
        except BaseException as e:
            print("in sleep", repr(e))
            if n == 2:
                raise
        if n == 1:
            yield 4
    finally:
        print("finally")
        await asyncio.sleep(0.1)
        print("finally over")
async def main(n):
    b = agen(n)
    print(await anext(b))
    loop = asyncio.get_running_loop()
    t = loop.create_task(b.aclose())
    t.cancel()
    try:
        await t
    except BaseException as e:
        print(repr(e))
    print(t, b.ag_running)
    try:
        print(await b.asend(1))
    except BaseException as e:
        print(repr(e))
for n in range(3):
    asyncio.run(main(n))
class Swallow:
    async def __aenter__(self): return self
    async def __aexit__(self, *a):
        print("swallows", a[0])
        return True
async def gen(n):
    async with Swallow():
        yield 1
    yield n
async def held():
    a1 = gen(0)
    print("p2", await anext(a1))
async def two():
    a1 = agen(0)
    print("p2", await anext(a1))
asyncio.run(held())
asyncio.run(two())
