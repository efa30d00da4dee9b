import asyncio
async def gen():
    yield 1
class It:
    def __init__(self):
        self.n = 0
    def __aiter__(self):
        return self
    async def __anext__(self):
        await asyncio.sleep(0)
        self.n += 1
        if self.n > 1:
            raise StopAsyncIteration
        return self.n
async def main():
    g = gen()
    a = anext(g, "none")
    print(type(a).__name__, await a)
    print(await anext(g, "none"), await anext(g, None))
    it = It()
    print(await anext(it, "default"), await anext(it, "default"))
    anext(gen(), 5)
    await asyncio.sleep(0)
    c = anext(It(), 7)
    print(c.send(None))
    try:
        c.throw(StopAsyncIteration)
    except StopIteration as e:
        print("thrown", e.value)
    d = anext(It(), 7)
    print(next(d))
    d.close()
    print(await asyncio.gather(anext(It(), 3), asyncio.wait_for(anext(It(), 4), 1)))
asyncio.run(main())
