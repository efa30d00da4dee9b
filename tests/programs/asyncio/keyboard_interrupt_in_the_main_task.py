import asyncio
async def other():
    try:
        await asyncio.sleep(9)
    finally:
        print("other cleaned")
async def main():
    asyncio.create_task(other())
    await asyncio.sleep(1)
    raise KeyboardInterrupt("typed")
try:
    asyncio.run(main())
except KeyboardInterrupt as e:
    print(repr(e))
