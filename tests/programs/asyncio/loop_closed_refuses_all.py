import asyncio
async def f():
    pass
loop = asyncio.new_event_loop()
loop.close()
c = f()
for act in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.call_at(1, print),
            lambda: loop.create_task(c), lambda: loop.run_until_complete(c), loop.run_forever):
    try:
        act()
        print("allowed")
    except RuntimeError as e:
        print(e)
c.close()
fut = loop.create_future()
fut.set_result(1)
print(fut.result(), loop)
