import asyncio
async def bad(n):
    await asyncio.sleep(n)
    raise LookupError(n)
async def main():
    for c in asyncio.as_completed([bad(2), bad(1)]):
        await c
asyncio.run(main())
