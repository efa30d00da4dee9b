import asyncio
async def f():
    print("never")
asyncio.create_task(f())
