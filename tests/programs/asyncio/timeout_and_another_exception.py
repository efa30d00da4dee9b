import asyncio
async def main():
    try:
        async with asyncio.timeout(1):
            raise ValueError("own")
    except ValueError as e:
        print(repr(e))
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(2)
            except asyncio.CancelledError:
                raise KeyError("instead")
    except KeyError as e:
        print(repr(e), repr(e.__context__))
    print(asyncio.current_task().cancelling())
asyncio.run(main())
