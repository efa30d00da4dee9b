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
        await Bad(asyncio.Future())
    try:
        await by_hand()
    except RuntimeError as e:
        print(str(e)[:44])
    await Bad(None)
    print("None is a turn")
asyncio.run(main())
