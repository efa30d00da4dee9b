import asyncio


async def nap(n):
    for i in range(n):
        await asyncio.sleep(0)


async def main(n):
    await asyncio.gather(nap(n), nap(n))


asyncio.run(main(int(input())))
