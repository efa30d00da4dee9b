import asyncio
class Countdown:
    def __init__(self, n):
        self.n = n
    def __aiter__(self):
        return self
    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        await asyncio.sleep(1)
        self.n -= 1
        return self.n
async def main():
    async for n in Countdown(3):
        print(n)
    else:
        print("through")
    print([n async for n in Countdown(2)])
    it = aiter(Countdown(1))
    print(await anext(it), await anext(it, "default"))
    for bad in (5, [1]):
        try:
            async for x in bad:
                pass
        except TypeError as e:
            print(e)
asyncio.run(main())
