import asyncio
async def waits():
    await asyncio.sleep(100)
async def main():
    asyncio.create_task(waits())
    await asyncio.sleep(1)
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("closed")
