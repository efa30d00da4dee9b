import asyncio
def plain():
    return 5
async def agen():
    yield 1
async def main():
    for x in (plain(), None, [1], plain, agen()):
        try:
            await x
        except TypeError as e:
            print(e)
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)
asyncio.run(main())
