import asyncio
async def f():
    return asyncio.current_task().get_name()
def factory(loop, coro, **kw):
    print("factory", coro.__name__, kw)
    return asyncio.Task(coro, loop=loop, name="made")
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    print(await asyncio.create_task(f()))
    print(await asyncio.create_task(f(), name="named"))
    print(await asyncio.gather(f()))
    loop.set_task_factory(None)
    try:
        loop.set_task_factory(5)
    except TypeError as e:
        print(e)
asyncio.run(main())
