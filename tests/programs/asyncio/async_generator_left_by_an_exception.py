import asyncio
async def gen():
    try:
        yield 1
        yield 2
    finally:
        print("generator cleaned")
async def main():
    try:
        async for x in gen():
            raise ValueError(x)
    except ValueError as e:
        print("caught", e)
    await asyncio.sleep(0)
    print("later")
asyncio.run(main())
