import asyncio
async def quits():
    await asyncio.sleep(1)
    raise asyncio.CancelledError
async def works():
    await asyncio.sleep(2)
    print("works to the end")
async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(quits())
        b = tg.create_task(works())
        c = tg.create_task(works())
        await asyncio.sleep(0.5)
        print(c.cancel())
    print(a.cancelled(), b.done(), c.cancelled())
asyncio.run(main())
