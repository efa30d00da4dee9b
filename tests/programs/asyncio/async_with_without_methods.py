import asyncio
class A:
    async def __aenter__(self):
        return self
class B:
    async def __aexit__(self, *a):
        return None
class C:
    def __aenter__(self):
        return 1
    async def __aexit__(self, *a):
        return None
class D:
    async def __aenter__(self):
        return 1
    def __aexit__(self, *a):
        return 1
async def main():
    for k in (A, B, C, D):
        try:
            async with k() as x:
                print("inside", x)
        except Exception as e:
            print(k.__name__, type(e).__name__, e)
asyncio.run(main())
