import asyncio
async def f():
    pass
async def main():
    c = f()
    t = asyncio.create_task(f())
    for bad in (c, t, [], [c]):
        try:
            await asyncio.wait(bad)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    c.close()
    try:
        await asyncio.wait([t], return_when="SOON")
    except ValueError as e:
        print(e)
    await t
asyncio.run(main())
