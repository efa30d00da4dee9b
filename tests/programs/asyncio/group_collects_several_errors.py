import asyncio
async def bad(n, kind):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        raise kind(f"in cleanup of {n}")
    raise kind(n)
async def good():
    try:
        await asyncio.sleep(9)
    finally:
        print("good cleaned")
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(1, ValueError))
            tg.create_task(bad(2, KeyError))
            tg.create_task(good())
            tg.create_task(bad(3, OSError))
    except* ValueError as g:
        print("values", g.exceptions)
    except* (KeyError, OSError) as g:
        print("others", g.exceptions)
asyncio.run(main())
