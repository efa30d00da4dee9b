import asyncio
async def late():
    async with asyncio.timeout(1):
        await asyncio.sleep(5)
async def group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(plain())
async def plain():
    raise ValueError("plain")
async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, c: print(c["message"], repr(c["exception"])))
    for f in (late, group, plain):
        asyncio.create_task(f(), name=f.__name__)
    await asyncio.sleep(2)
    print("main ends")
asyncio.run(main())
print("program ends")
