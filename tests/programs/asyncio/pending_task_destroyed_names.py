import asyncio
async def never(fut):
    await fut
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print(c["message"], c["task"].get_name()))
    t = asyncio.create_task(never(loop.create_future()), name="lost")
    await asyncio.sleep(0)
    del t
    await asyncio.sleep(1)
    print("end of main", len(asyncio.all_tasks()))
asyncio.run(main())
