import asyncio
async def runner(name, barrier, times):
    for phase, t in enumerate(times):
        await asyncio.sleep(t)
        place = await barrier.wait()
        if place == 0:
            print(f"phase {phase} over at {asyncio.get_running_loop().time()}")
    return name
async def main():
    barrier = asyncio.Barrier(3)
    print(await asyncio.gather(runner("a", barrier, (1, 2, 3)), runner("b", barrier, (3, 1, 1)), runner("c", barrier, (2, 2, 2))))
asyncio.run(main())
