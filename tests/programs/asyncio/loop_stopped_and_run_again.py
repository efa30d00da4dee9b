import asyncio
loop = asyncio.new_event_loop()
def tick(n):
    print("tick", n, loop.time())
    if n < 4:
        loop.call_later(1, tick, n + 1)
    if n == 2:
        loop.stop()
loop.call_soon(tick, 0)
loop.run_forever()
print("stopped", loop.is_running())
loop.call_later(5, loop.stop)
loop.run_forever()
print("stopped", loop.time())
loop.stop()
loop.call_soon(print, "one turn")
loop.run_forever()
loop.close()
loop.close()
print(loop.is_closed())
