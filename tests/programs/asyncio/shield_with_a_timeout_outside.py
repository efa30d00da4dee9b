import asyncio
async def save():
    await asyncio.sleep(3)
    print("saved", asyncio.get_running_loop().time())
    return "ok"
async def main():
    t = asyncio.create_task(save())
    try:
        await asyncio.wait_for(asyncio.shield(t), 1)
    except TimeoutError:
        print("took too long, goes on")
    print(await t)
    try:
        async with asyncio.timeout(1):
            await asyncio.shield(save())
    except TimeoutError:
        print("left behind")
    await asyncio.sleep(5)
asyncio.run(main())
