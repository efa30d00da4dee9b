import asyncio
async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(2):
            try:
                async with asyncio.timeout(1):
                    await asyncio.sleep(5)
            except TimeoutError:
                print("inner", loop.time())
            await asyncio.sleep(5)
    except TimeoutError:
        print("outer", loop.time())
    try:
        async with asyncio.timeout(1):
            try:
                async with asyncio.timeout(2):
                    await asyncio.sleep(5)
            except TimeoutError:
                print("not this one")
    except TimeoutError:
        print("the outer first", loop.time())
    try:
        async with asyncio.timeout(1):
            try:
                async with asyncio.timeout(1):
                    await asyncio.sleep(5)
            except TimeoutError:
                print("both: inner")
    except TimeoutError:
        print("both: outer")
asyncio.run(main())
