import asyncio
async def f(n):
    await asyncio.sleep(n)
    raise LookupError(n)
async def main():
    try:
        await asyncio.wait_for(f(1), 2)
    except LookupError as e:
        print(repr(e))
    try:
        await asyncio.wait_for(f(2), 1)
    except TimeoutError as e:
        print(repr(e))
    t = asyncio.create_task(asyncio.sleep(5))
    asyncio.get_running_loop().call_later(1, t.cancel)
    try:
        await asyncio.wait_for(t, 3)
    except asyncio.CancelledError:
        print("inner cancelled", asyncio.current_task().cancelling())
asyncio.run(main())
