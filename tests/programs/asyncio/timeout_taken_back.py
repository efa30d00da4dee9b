import asyncio
async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as t:
        t.reschedule(None)
        await asyncio.sleep(2)
        t.reschedule(loop.time() + 3)
        await asyncio.sleep(2)
        print(t.when(), loop.time())
    try:
        async with asyncio.timeout(10) as t:
            await asyncio.sleep(1)
            t.reschedule(loop.time() - 1)
            await asyncio.sleep(1)
    except TimeoutError:
        print("past", loop.time())
asyncio.run(main())
