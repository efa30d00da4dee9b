import asyncio
async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(3)
    try:
        async with asyncio.timeout_at(loop.time() + 2) as t:
            print(t.when())
            await asyncio.sleep(9)
    except TimeoutError:
        print(loop.time())
    try:
        async with asyncio.timeout_at(1):
            await asyncio.sleep(9)
    except TimeoutError:
        print(loop.time())
    async with asyncio.timeout_at(None) as t:
        print(t)
asyncio.run(main())
