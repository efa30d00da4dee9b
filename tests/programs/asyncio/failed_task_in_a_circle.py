import asyncio
async def bad():
    raise ValueError("x")
async def main():
    t = asyncio.create_task(bad())
    await asyncio.sleep(1)
    t.me = t
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("closed")
