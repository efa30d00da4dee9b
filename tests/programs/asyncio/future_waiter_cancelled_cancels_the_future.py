import asyncio
async def f(fut):
    await fut
async def main():
    fut = asyncio.Future()
    a, b = asyncio.create_task(f(fut)), asyncio.create_task(f(fut))
    await asyncio.sleep(0)
    a.cancel()
    print(fut.cancelled(), b.cancelled())
    print(await asyncio.gather(a, b, return_exceptions=True))
asyncio.run(main())
