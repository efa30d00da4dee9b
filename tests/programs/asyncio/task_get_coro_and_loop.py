import asyncio
async def f():
    await asyncio.sleep(1)
async def main():
    c = f()
    t = asyncio.create_task(c)
    print(t.get_coro() is c, t.get_loop() is asyncio.get_running_loop())
    print(c.cr_running, c.cr_await)
    await asyncio.sleep(0)
    print(c.cr_await.__name__)
    await t
    print(c.cr_await, c.cr_frame)
asyncio.run(main())
