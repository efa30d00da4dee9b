import asyncio
async def t(n):
    print("task", n)
    await asyncio.sleep(0)
    print("task", n, "again")
async def main():
    loop = asyncio.get_running_loop()
    a = asyncio.create_task(t(1))
    loop.call_soon(print, "soon 1")
    b = asyncio.create_task(t(2))
    loop.call_soon(lambda: loop.call_soon(print, "soon from soon"))
    await asyncio.gather(a, b)
asyncio.run(main())
