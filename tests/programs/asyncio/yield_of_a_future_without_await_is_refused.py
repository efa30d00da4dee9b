import asyncio
class Bad:
    def __init__(self, what):
        self.what = what
    def __await__(self):
        yield self.what
async def main():
    for what in (5, "text", (1, 2)):
        try:
            await Bad(what)
        except RuntimeError as e:
            print(e)
    async def by_hand():
        try:
            await Bad(asyncio.Future())
        except RuntimeError as e:
            print(str(e)[:44])
            return "went on"
    t = asyncio.create_task(by_hand())
    t.set_name("t")
    print(await t)
    await Bad(None)
    print("None is a turn")
asyncio.run(main())
