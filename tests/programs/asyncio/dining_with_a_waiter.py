import asyncio
async def philosopher(i, forks, waiter):
    left, right = forks[i], forks[(i + 1) % len(forks)]
    async with waiter:
        async with left:
            await asyncio.sleep(0)
            async with right:
                print(i, "eats", asyncio.get_running_loop().time())
                await asyncio.sleep(1)
async def main():
    forks = [asyncio.Lock() for _ in range(4)]
    waiter = asyncio.Semaphore(3)
    await asyncio.gather(*(philosopher(i, forks, waiter) for i in range(4)))
asyncio.run(main())
