import asyncio
async def f():
    t = asyncio.current_task()
    print(t.uncancel())
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print(t.cancelling(), t.uncancel(), t.cancelling())
    await asyncio.sleep(1)
    t.cancel()
    t.cancel()
    print(t.cancelling(), t.uncancel())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("once more", t.cancelling())
    return "to the end"
async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(1)
    t.cancel()
    print(await t, t.cancelling())
asyncio.run(main())
