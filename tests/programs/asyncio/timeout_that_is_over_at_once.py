import asyncio
async def main():
    for delay in (0, -1):
        try:
            async with asyncio.timeout(delay) as t:
                print("inside")
                await asyncio.sleep(0)
                print("still")
                await asyncio.sleep(1)
        except TimeoutError:
            print(t, t.expired())
    async with asyncio.timeout(0):
        print("no await, no timeout")
    await asyncio.sleep(0)
    print("main goes on", asyncio.current_task().cancelling())
asyncio.run(main())
