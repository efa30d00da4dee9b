import asyncio
async def deep():
    await asyncio.sleep(1)
    raise ValueError("deep")
async def main():
    await deep()
asyncio.run(main())
