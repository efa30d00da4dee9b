import asyncio
from contextlib import asynccontextmanager
@asynccontextmanager
async def room(name):
    print("enter", name)
    await asyncio.sleep(1)
    try:
        yield name.upper()
    except KeyError as e:
        print("swallowed", e)
    finally:
        await asyncio.sleep(1)
        print("leave", name)
async def main():
    async with room("a") as a:
        print(a)
    async with room("b"):
        raise KeyError("k")
    print(asyncio.get_running_loop().time())
asyncio.run(main())
