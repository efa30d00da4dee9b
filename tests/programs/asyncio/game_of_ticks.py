import asyncio
async def mover(name, pos, step, tick, stop):
    while not stop.is_set():
        await tick.wait()
        pos[name] += step
        await asyncio.sleep(0)
async def main():
    pos = {"hare": 0, "tortoise": 3}
    tick, stop = asyncio.Event(), asyncio.Event()
    ts = [asyncio.create_task(mover(n, pos, s, tick, stop)) for n, s in (("hare", 2), ("tortoise", 1))]
    for t in range(4):
        tick.set()
        await asyncio.sleep(0)
        tick.clear()
        await asyncio.sleep(1)
        print(t, pos)
    stop.set()
    tick.set()
    await asyncio.gather(*ts)
    print(pos)
asyncio.run(main())
