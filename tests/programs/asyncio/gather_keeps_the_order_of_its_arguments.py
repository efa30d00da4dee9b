import asyncio
async def f(n):
    await asyncio.sleep(3 - n)
    print("end", n)
    return n
async def main():
    fut = asyncio.Future()
    fut.set_result("future")
    print(await asyncio.gather(f(0), f(1), asyncio.create_task(f(2)), fut))
    print(await asyncio.gather())
    c = f(3)
    print(await asyncio.gather(c, c))
asyncio.run(main())
