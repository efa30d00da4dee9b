import asyncio
async def main():
    late = [asyncio.create_task((lambda: asyncio.sleep(0, i))()) for i in range(3)]
    print(await asyncio.gather(*late))
    fs = []
    for i in range(3):
        async def f():
            await asyncio.sleep(0)
            return i
        fs.append(f)
    print(await asyncio.gather(*(f() for f in fs)))
    loop = asyncio.get_running_loop()
    for i in range(3):
        loop.call_soon(lambda: print("late", i))
        loop.call_soon(lambda i=i: print("now", i))
    await asyncio.sleep(0)
asyncio.run(main())
