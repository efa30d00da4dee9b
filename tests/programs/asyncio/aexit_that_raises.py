import asyncio
class Bad:
    def __init__(self, where):
        self.where = where
    async def __aenter__(self):
        if self.where == "enter":
            raise ValueError("enter")
        return self
    async def __aexit__(self, kind, exc, tb):
        await asyncio.sleep(0)
        if self.where == "exit":
            raise KeyError("exit")
        return self.where == "swallow"
async def main():
    for where, inside in (("enter", None), ("exit", None), ("exit", IndexError("inside")), ("swallow", IndexError("inside")), ("", IndexError("inside"))):
        try:
            async with Bad(where) as b:
                print("in", where)
                if inside:
                    raise inside
            print("out", where)
        except Exception as e:
            print(repr(e), repr(e.__context__))
asyncio.run(main())
