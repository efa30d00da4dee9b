import asyncio
async def bad():
    await asyncio.sleep(1)
    raise KeyboardInterrupt
async def other():
    try:
        await asyncio.sleep(9)
    finally:
        print("other ends")
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(other())
            tg.create_task(bad())
    finally:
        print("main ends")
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
