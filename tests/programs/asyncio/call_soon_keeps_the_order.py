import asyncio
def say(*args):
    print(*args)
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(say, 1)
    h = loop.call_soon(say, 2)
    loop.call_soon(loop.call_soon, say, "later")
    loop.call_soon(say, 3, "three")
    h.cancel()
    print(h.cancelled(), "main gives way")
    await asyncio.sleep(0)
    print("main again")
    await asyncio.sleep(0)
asyncio.run(main())
