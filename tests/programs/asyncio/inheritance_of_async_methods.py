import asyncio
class Base:
    async def __aenter__(self):
        print("base enter")
        await asyncio.sleep(1)
        return self
    async def __aexit__(self, *a):
        print("base exit", a[0])
    async def work(self):
        return "base"
    def __aiter__(self):
        return self.items()
    async def items(self):
        yield 1
        yield 2
class Child(Base):
    async def __aenter__(self):
        print("child enter")
        return await super().__aenter__()
    async def work(self):
        return "child of " + await super().work()
    async def items(self):
        async for x in super().items():
            yield x * 10
async def main():
    async with Child() as c:
        print(await c.work(), [x async for x in c])
asyncio.run(main())
