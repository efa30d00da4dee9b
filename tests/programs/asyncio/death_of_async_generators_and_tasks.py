import asyncio
def leaf(name):
    try:
        yield name
    finally:
        print("closed", name)
def L(name):
    g = leaf(name); next(g); return g
async def ag(name):
    x = L(name + "x")
    try:
        yield 1
        yield 2
    finally:
        print("ag", name)
async def child(name):
    x, y = L(name + "x"), L(name + "y")
    try:
        await asyncio.sleep(10)
    finally:
        print("child", name)
async def main():
    a, b = ag("A"), ag("B")
    await a.__anext__(); await b.asend(None)
    print(len(asyncio.all_tasks()))
    del a
    print("del a", len(asyncio.all_tasks()))
    await asyncio.sleep(0)
    print("slept", len(asyncio.all_tasks()))
    await asyncio.sleep(0)
    print("slept", len(asyncio.all_tasks()))
    ts = [asyncio.create_task(child(n)) for n in "CD"]
    await asyncio.sleep(0)
    del b
    print(len(asyncio.all_tasks()))
    ts[0].cancel()
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()))
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()))
    async for i in ag("E"):
        break
    print("after break", len(asyncio.all_tasks()))
    await asyncio.sleep(0)
    print("after break", len(asyncio.all_tasks()))
asyncio.run(main())
print("end")
