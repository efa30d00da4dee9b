import asyncio
async def f():
    try:
        raise ValueError("first")
    except ValueError:
        await asyncio.sleep(5)
async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(1)
    t.cancel("why")
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e), repr(e.__context__), repr(e.__cause__))
    async def g():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as e:
            raise LookupError("instead") from e
    t = asyncio.create_task(g())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except LookupError as e:
        print(repr(e.__cause__), t.cancelled(), t.cancelling())
asyncio.run(main())
