import asyncio
from contextlib import asynccontextmanager
@asynccontextmanager
async def resource(name):
    await asyncio.sleep(1)
    print("open", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("swallows", e)
    finally:
        await asyncio.sleep(1)
        print("close", name)
async def main():
    async with resource("a") as a, resource("b") as b:
        print(a, b)
    async with resource("c"):
        raise ValueError("inside")
    try:
        async with resource("d"):
            raise KeyError("through")
    except KeyError as e:
        print(repr(e))
    print(asyncio.get_running_loop().time())
asyncio.run(main())
