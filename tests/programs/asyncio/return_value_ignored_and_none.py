import asyncio
async def f():
    pass
async def main():
    print(await f(), await asyncio.sleep(0), await asyncio.gather(f()), await asyncio.wait_for(f(), 1))
    t = asyncio.create_task(f())
    print(await t, t.result(), t.exception())
asyncio.run(main())
