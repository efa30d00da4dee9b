import asyncio
async def bad():
    await asyncio.sleep(1)
    raise ZeroDivisionError
async def other(name):
    try:
        await asyncio.sleep(9)
    finally:
        print("stop", name)
async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(other("outer"))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(other("inner"))
                inner.create_task(bad())
    except* ZeroDivisionError as g:
        print(repr(g))
        print(g.exceptions[0].exceptions)
asyncio.run(main())
