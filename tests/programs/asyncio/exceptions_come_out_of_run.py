import asyncio
async def deep():
    await asyncio.sleep(1)
    raise ZeroDivisionError("deep")
async def main():
    await asyncio.create_task(deep())
try:
    asyncio.run(main())
except ZeroDivisionError as e:
    print("caught", e)
async def leave():
    raise SystemExit(3)
asyncio.run(leave())
