import asyncio
class A:
    async def __aenter__(self):
        return self
    async def __aexit__(self, *a):
        return None
async def main():
    try:
        with A():
            pass
    except TypeError as e:
        print(e)
    try:
        for x in agen():
            pass
    except TypeError as e:
        print(e)
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)
    try:
        [x for x in agen()]
    except TypeError as e:
        print(e)
    try:
        next(agen())
    except TypeError as e:
        print(e)
    try:
        print(await anext(iter([1])))
    except TypeError as e:
        print(e)
async def agen():
    yield 1
asyncio.run(main())
