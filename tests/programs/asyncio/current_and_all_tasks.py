import asyncio
async def child():
    await asyncio.sleep(1)
async def main():
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    ts = [asyncio.create_task(child()) for _ in range(3)]
    print([t.get_name() for t in asyncio.all_tasks()])
    await ts[0]
    print(len(asyncio.all_tasks()), all(t.done() for t in ts))
    asyncio.get_running_loop().call_soon(lambda: print(asyncio.current_task()))
    await asyncio.sleep(0)
asyncio.run(main())
