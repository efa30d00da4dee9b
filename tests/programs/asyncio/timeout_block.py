import asyncio
async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as cm:
            print(cm, cm.when())
            await asyncio.sleep(5)
    except TimeoutError as e:
        print("timed out", cm.expired(), cm, loop.time(), repr(e.__cause__))
    async with asyncio.timeout(5) as cm:
        await asyncio.sleep(1)
    print(cm.expired(), cm, loop.time())
    async with asyncio.timeout(None) as cm:
        await asyncio.sleep(1)
        print(cm)
    async with asyncio.timeout_at(loop.time() + 10):
        await asyncio.sleep(1)
    print(loop.time(), asyncio.current_task().cancelling())
asyncio.run(main())
