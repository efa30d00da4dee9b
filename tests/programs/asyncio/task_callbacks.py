import asyncio
async def f():
    print("runs")
    return 3
async def main():
    t = asyncio.create_task(f())
    one = lambda t: print("one", t.result())
    t.add_done_callback(one)
    t.add_done_callback(lambda t: print("two", t.done()))
    t.add_done_callback(one)
    print(t.remove_done_callback(one), t.remove_done_callback(one))
    t.add_done_callback(one)
    await t
    print("awaited")
    t.add_done_callback(lambda t: print("late"))
    print("added")
    await asyncio.sleep(0)
asyncio.run(main())
