import asyncio
active = most = 0
async def download(sem, n):
    global active, most
    async with sem:
        active += 1
        most = max(most, active)
        await asyncio.sleep(n % 3 + 1)
        active -= 1
        return n
async def main():
    sem = asyncio.Semaphore(3)
    print(await asyncio.gather(*(download(sem, n) for n in range(9))))
    print(most, active, asyncio.get_running_loop().time())
asyncio.run(main())
