import asyncio
class A:
    def __aiter__(self):
        return self
    def __anext__(self):
        return 5
class B:
    def __aiter__(self):
        return 5
class C:
    async def __aiter__(self):
        return self
class D:
    def __aiter__(self):
        return self
    async def __anext__(self):
        raise ValueError("anext")
async def main():
    for k in (A, B, C, D):
        try:
            async for x in k():
                print(x)
        except Exception as e:
            print(k.__name__, repr(e), repr(e.__cause__))
asyncio.run(main())
