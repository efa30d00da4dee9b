import asyncio
async def f(n):
    try:
        await asyncio.sleep(n)
        print("done", n)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise
async def main():
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as tg:
                for n in (1, 3, 5):
                    tg.create_task(f(n))
    except TimeoutError:
        print("timeout", asyncio.get_running_loop().time())
    async with asyncio.TaskGroup() as tg:
        try:
            async with asyncio.timeout(1):
                await tg.create_task(f(2))
        except TimeoutError:
            print("only this one")
asyncio.run(main())
