import asyncio
async def main():
    f = asyncio.Future()
    def first(fut):
        print("first", fut is f, fut.result())
    def second(fut):
        print("second")
    f.add_done_callback(first)
    f.add_done_callback(second)
    f.add_done_callback(first)
    print(f.remove_done_callback(first), f.remove_done_callback(print))
    f.add_done_callback(first)
    f.set_result(1)
    print("set")
    f.add_done_callback(second)
    await asyncio.sleep(0)
    print("end")
asyncio.run(main())
