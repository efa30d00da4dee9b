import asyncio
def handler(loop, context):
    print("handler:", context["message"], sorted(context), repr(context.get("exception")))
async def bad():
    raise ValueError("in a task")
def boom(x):
    raise KeyError(x)
async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    asyncio.create_task(bad())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    fut = loop.create_future()
    fut.add_done_callback(boom)
    fut.set_result(1)
    await fut
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand", "more": 1})
    try:
        loop.set_exception_handler(3)
    except TypeError as e:
        print(e)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "default", "more": 1})
asyncio.run(main())
