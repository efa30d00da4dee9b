class Resource:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        print("aenter", self.name)
        return self

    async def __aexit__(self, kind, exc, tb):
        print("aexit", self.name, kind and kind.__name__)
        return self.swallow


async def main():
    async with Resource("a") as a, Resource("b", True) as b:
        print(a.name, b.name)
        raise ValueError("inside")
    print("after")
    try:
        async with Resource("c"):
            raise KeyError("k")
    except KeyError as e:
        print("caught", e)
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)


try:
    main().send(None)
except StopIteration:
    print("done")
