import asyncio
class Later:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return "own"
async def co():
    return "coroutine"
async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.call_later(2, fut.set_result, "future")
    print(await asyncio.gather(fut, co(), Later(), asyncio.create_task(co())))
    try:
        await asyncio.gather(co(), 5)
    except TypeError as e:
        print(e)
asyncio.run(main())
