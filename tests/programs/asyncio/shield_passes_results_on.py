import asyncio
async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")
async def main():
    try:
        await asyncio.shield(bad())
    except ValueError as e:
        print(e)
    t = asyncio.create_task(asyncio.sleep(5))
    asyncio.get_running_loop().call_later(1, t.cancel)
    try:
        await asyncio.shield(t)
    except asyncio.CancelledError:
        print("the inner one was cancelled", asyncio.current_task().cancelling())
asyncio.run(main())
