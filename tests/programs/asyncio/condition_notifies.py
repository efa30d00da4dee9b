import asyncio
async def wait(c, name):
    async with c:
        await c.wait()
        print(name, "notified", c.locked())
async def main():
    c = asyncio.Condition()
    ts = [asyncio.create_task(wait(c, n)) for n in "abcd"]
    await asyncio.sleep(0)
    async with c:
        c.notify()
        print("one")
    await asyncio.sleep(0.1)
    async with c:
        c.notify(2)
        print("two")
    await asyncio.sleep(0.1)
    async with c:
        c.notify_all()
    await asyncio.wait(ts)
    for act in (c.notify, c.notify_all):
        try:
            act()
        except RuntimeError as e:
            print(e)
    try:
        await c.wait()
    except RuntimeError as e:
        print(e)
asyncio.run(main())
