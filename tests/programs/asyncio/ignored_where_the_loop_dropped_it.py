# Generators that ignore GeneratorExit, dropped by asyncio's loop and by contextlib: the place is theirs.
import asyncio, contextlib
def stubborn(name):
    try:
        yield 1
    finally:
        yield 2
async def agen(n):
    g = stubborn("a")
    next(g)
    await asyncio.sleep(0.01)
    yield 1
async def co():
    g = stubborn("c"); next(g)
    async for x in agen(1):
        print(x)
class C:
    def __enter__(self):
        self.g = stubborn("C"); next(self.g)
        return self
    def __exit__(self, *a):
        del self.g
        return True
@contextlib.contextmanager
def cm():
    g = stubborn("cm"); next(g)
    yield 1
async def cancelled():
    g = stubborn("x"); next(g)
    await asyncio.sleep(3)
async def main():
    r = await asyncio.gather(co(), co(), return_exceptions=True)
    print(r)
    with C():
        pass
    with cm():
        print("in")
    t = asyncio.create_task(cancelled())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    del t
    await asyncio.sleep(0)
    with contextlib.ExitStack() as s:
        s.enter_context(cm())
        s.enter_context(C())
    h = [stubborn("call_soon")]
    next(h[0])
    loop = asyncio.get_running_loop()
    loop.call_soon(h.clear)
    await asyncio.sleep(0)
    k = stubborn("argument")
    next(k)
    loop.call_soon(lambda g: print(g.gi_running), k)
    del k
    await asyncio.sleep(0)
asyncio.run(main())
