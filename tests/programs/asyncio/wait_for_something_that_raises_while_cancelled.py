import asyncio
async def f():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError("in cleanup")
async def main():
    try:
        await asyncio.wait_for(f(), 1)
    except ValueError as e:
        print(repr(e), repr(e.__context__))
    try:
        await asyncio.wait_for(f(), 0)
    except (ValueError, TimeoutError) as e:
        print(repr(e))
asyncio.run(main())
