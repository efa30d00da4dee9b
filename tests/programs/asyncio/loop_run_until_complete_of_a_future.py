import asyncio
loop = asyncio.new_event_loop()
fut = loop.create_future()
loop.call_later(3, fut.set_result, "done")
print(loop.run_until_complete(fut), loop.time())
bad = loop.create_future()
loop.call_soon(bad.set_exception, ValueError("bad"))
try:
    loop.run_until_complete(bad)
except ValueError as e:
    print(repr(e))
gone = loop.create_future()
loop.call_soon(gone.cancel)
try:
    loop.run_until_complete(gone)
except asyncio.CancelledError as e:
    print(repr(e))
try:
    loop.run_until_complete(5)
except TypeError as e:
    print(e)
loop.close()
