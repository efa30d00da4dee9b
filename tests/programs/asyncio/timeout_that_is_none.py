import asyncio
async def main():
    async with asyncio.timeout(None) as t:
        await asyncio.sleep(1000)
        print(t, t.when(), t.expired())
    print(t, t.expired())
asyncio.run(main())
