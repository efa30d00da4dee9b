import asyncio
async def waits(n):
    try:
        await asyncio.sleep(100)
    finally:
        print("cleanup", n)
async def main():
    asyncio.create_task(waits(1))
    asyncio.create_task(waits(2))
    await asyncio.sleep(1)
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("closed")
