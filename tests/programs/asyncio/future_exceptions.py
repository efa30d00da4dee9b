import asyncio
async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    try:
        fut.set_exception("no exception")
    except TypeError as e:
        print(e)
    fut.set_exception(ValueError)
    print(repr(fut.exception()), fut.done(), fut.cancelled())
    for _ in range(2):
        try:
            await fut
        except ValueError as e:
            print(repr(e))
    fut = loop.create_future()
    try:
        fut.exception()
    except asyncio.InvalidStateError as e:
        print(e)
    try:
        fut.result()
    except asyncio.InvalidStateError as e:
        print(e)
asyncio.run(main())
