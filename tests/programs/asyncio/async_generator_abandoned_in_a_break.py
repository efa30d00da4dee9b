import asyncio
async def gen(name):
    try:
        for i in range(10):
            yield i
            await asyncio.sleep(1)
    finally:
        print(name, "finally in", asyncio.current_task().get_name())
        await asyncio.sleep(1)
        print(name, "finalised", asyncio.get_running_loop().time())
async def main():
    async for x in gen("dropped"):
        print(x)
        if x == 2:
            break
    print("after the loop")
    await asyncio.sleep(0)
    g = gen("kept")
    async for x in g:
        break
    print("kept", asyncio.get_running_loop().time())
asyncio.run(main())
