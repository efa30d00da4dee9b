import asyncio
class Resource:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        await asyncio.sleep(1)
        print("enter", self.name)
        return self.name
    async def __aexit__(self, t, v, tb):
        await asyncio.sleep(1)
        print("exit", self.name, t and t.__name__)
        return t is KeyError
async def main():
    async with Resource("a") as a, Resource("b") as b:
        print(a, b)
    async with Resource("c"):
        raise KeyError
    try:
        async with Resource("d"):
            raise ValueError
    except ValueError:
        print("out", asyncio.get_running_loop().time())
asyncio.run(main())
