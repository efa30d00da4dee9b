import asyncio
async def ok(n):
    await asyncio.sleep(n)
    return n
async def bad(n):
    await asyncio.sleep(n)
    raise ValueError(n)
async def left():
    raise asyncio.CancelledError("gone")
async def main():
    for r in await asyncio.gather(ok(2), bad(1), left(), ok(0), return_exceptions=True):
        print(repr(r))
    print(asyncio.get_running_loop().time())
asyncio.run(main())
