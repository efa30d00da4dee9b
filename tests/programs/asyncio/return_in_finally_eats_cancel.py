import asyncio
async def f():
    try:
        await asyncio.sleep(5)
    finally:
        return "swallowed"
async def g():
    for i in range(3):
        try:
            await asyncio.sleep(5)
        finally:
            continue
    return "three"
async def main():
    t = asyncio.create_task(f())
    u = asyncio.create_task(g())
    await asyncio.sleep(1)
    t.cancel()
    u.cancel()
    print(await t, t.cancelled())
    print(await u, asyncio.get_running_loop().time())
asyncio.run(main())
