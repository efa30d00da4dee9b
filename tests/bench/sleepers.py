import asyncio


async def nap(i, awake):
    await asyncio.sleep((1 + i % 7) / 1000)
    awake.append(i)


async def main(n):
    awake = []
    tasks = [asyncio.create_task(nap(i, awake)) for i in range(n)]
    for task in tasks:
        await task
    return len(awake)


print(asyncio.run(main(int(input()))))
