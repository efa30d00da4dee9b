import asyncio
async def main():
    c = asyncio.Condition()
    for act in (c.notify, c.notify_all, c.release):
        try:
            act()
        except RuntimeError as e:
            print(e)
    try:
        await c.wait()
    except RuntimeError as e:
        print(e)
    print(str(c)[-10:])
    lock = asyncio.Lock()
    c = asyncio.Condition(lock)
    async with c:
        print(lock.locked(), c.locked())
asyncio.run(main())
