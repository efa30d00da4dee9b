import asyncio
async def fail():
    await asyncio.sleep(1)
    raise OSError("deep")
async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(asyncio.sleep(9))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail())
    except* OSError as g:
        print(repr(g))
    print("after", asyncio.current_task().cancelling())
asyncio.run(main())
