import asyncio
loop = asyncio.new_event_loop()
def stop():
    print("stop")
    loop.stop()
    loop.call_soon(print, "next turn")
loop.call_soon(stop)
loop.call_soon(print, "same turn")
loop.run_forever()
print("ended")
loop.run_until_complete(asyncio.sleep(0))
loop.close()
