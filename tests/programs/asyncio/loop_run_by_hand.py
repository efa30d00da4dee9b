import asyncio
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
async def f(x):
    await asyncio.sleep(1)
    return x * 2
print(loop.run_until_complete(f(4)), loop.time(), loop.is_running(), loop.is_closed())
loop.call_soon(print, "soon")
loop.call_later(2, loop.stop)
loop.run_forever()
print("stopped", loop.time())
fut = loop.create_future()
loop.call_soon(fut.set_result, "from outside")
print(loop.run_until_complete(fut))
print(asyncio.get_event_loop() is loop)
loop.close()
print(loop.is_closed())
for act in (lambda: loop.call_soon(print), loop.run_forever):
    try:
        act()
    except RuntimeError as e:
        print(e)
