import asyncio
async def bad():
    raise ValueError("once")
async def main():
    t = asyncio.create_task(bad())
    for _ in range(2):
        try:
            await t
        except ValueError as e:
            print(repr(e), e is t.exception())
    try:
        t.result()
    except ValueError as e:
        print("result", e)
asyncio.run(main())
