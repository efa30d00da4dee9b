import asyncio
def cb(a, b):
    raise ZeroDivisionError(f"{a}/{b}")
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(cb, 1, [2, 3])
    await asyncio.sleep(0)
    fut = loop.create_future()
    fut.add_done_callback(lambda f: cb(f.result(), 0))
    fut.set_result("r")
    await asyncio.sleep(0)
    print("goes on")
asyncio.run(main())
