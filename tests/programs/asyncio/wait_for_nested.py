import asyncio
async def f():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleanup", asyncio.get_running_loop().time())
async def middle():
    try:
        await asyncio.wait_for(f(), 5)
    except TimeoutError:
        print("inner timeout")
async def main():
    try:
        await asyncio.wait_for(middle(), 2)
    except TimeoutError:
        print("outer timeout")
    await asyncio.wait_for(middle(), 9)
asyncio.run(main())
