import asyncio
async def work():
    try:
        await asyncio.sleep(9)
    finally:
        print("work ends")
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work())
            await asyncio.sleep(1)
            raise RuntimeError("body")
    except ExceptionGroup as g:
        print(repr(g))
asyncio.run(main())
