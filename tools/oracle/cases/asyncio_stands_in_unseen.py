import asyncio
async def main():
    loop = asyncio.get_running_loop()
    methods = loop.call_at, loop.create_task, loop.time
    function = asyncio.all_tasks
    timer = loop.call_later(1, print)
    tasks = asyncio.all_tasks()
    print(type(timer), type(tasks), function.__module__)
    print([m.__qualname__ for m in methods])
    await asyncio.sleep(1)
asyncio.run(main())
