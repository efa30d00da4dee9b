import asyncio
loop = asyncio.new_event_loop()
loop.call_soon(print, "first")
loop.call_later(1, print, "later")
loop.run_until_complete(asyncio.sleep(0.5))
print(loop.time())
loop.run_until_complete(asyncio.sleep(1))
loop.close()
