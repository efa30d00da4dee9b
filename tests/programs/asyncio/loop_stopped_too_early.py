import asyncio
async def f():
    asyncio.get_running_loop().stop()
    await asyncio.sleep(5)
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(f())
except RuntimeError as e:
    print(e)
print(loop.is_running())
