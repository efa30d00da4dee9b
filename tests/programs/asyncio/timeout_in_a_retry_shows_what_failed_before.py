import asyncio
async def fetch():
    await asyncio.sleep(1)
    raise ConnectionError("refused")
async def with_retry():
    for n in range(5):
        try:
            return await fetch()
        except ConnectionError:
            await asyncio.sleep(2 ** n)
async def main():
    async with asyncio.timeout(5):
        await with_retry()
asyncio.run(main())
