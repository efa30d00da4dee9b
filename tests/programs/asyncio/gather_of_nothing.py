import asyncio
async def main():
    fut = asyncio.gather()
    print(type(fut).__name__, fut.done(), await fut)
    print(await asyncio.gather(return_exceptions=True))
asyncio.run(main())
