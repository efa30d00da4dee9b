import asyncio
loop = asyncio.new_event_loop()
async def main():
    loop.call_later(1, loop.stop)
    await asyncio.sleep(5)
try:
    loop.run_until_complete(main())
except RuntimeError as e:
    print(e)
for t in asyncio.all_tasks(loop):
    t.cancel()
loop.run_until_complete(asyncio.sleep(0))
loop.close()
