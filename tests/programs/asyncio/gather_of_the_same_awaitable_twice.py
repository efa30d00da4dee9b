import asyncio
async def f():
    print("once")
    return 7
async def main():
    t = asyncio.create_task(f())
    c = f()
    print(await asyncio.gather(t, c, t, c))
    print(await asyncio.gather(t, t))
asyncio.run(main())
