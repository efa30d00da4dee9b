import asyncio
async def f():
    await asyncio.sleep(1)
    asyncio.current_task().cancel()
    return "result"
async def g():
    asyncio.current_task().cancel()
    raise ValueError("error")
async def main():
    for c in (f(), g()):
        t = asyncio.create_task(c)
        try:
            print(await t)
        except BaseException as e:
            print(repr(e), t.cancelled())
asyncio.run(main())
