import asyncio
async def main():
    fut = asyncio.Future()
    def first(f):
        print("first", f.result())
        f.add_done_callback(second)
    def second(f):
        print("second", f is fut)
        raise ValueError("in second")
    fut.add_done_callback(first)
    fut.set_result(0)
    print("set")
    await asyncio.sleep(0)
    print("between")
    await asyncio.sleep(0)
asyncio.run(main())
