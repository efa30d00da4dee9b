import asyncio
async def f():
    try:
        async with asyncio.timeout(5):
            await asyncio.sleep(9)
    except TimeoutError:
        print("timeout")
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
        raise
async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(1)
    t.cancel("from outside")
    try:
        await t
    except asyncio.CancelledError as e:
        print(e.args, asyncio.get_running_loop().time())
    t = asyncio.create_task(f())
    asyncio.get_running_loop().call_later(5, t.cancel, "same instant")
    await asyncio.sleep(0)
    print(await asyncio.gather(t, return_exceptions=True))
asyncio.run(main())
