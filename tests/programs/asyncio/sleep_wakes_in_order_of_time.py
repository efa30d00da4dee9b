import asyncio
async def nap(name, t):
    await asyncio.sleep(t)
    print(name, asyncio.get_running_loop().time())
    return name
async def main():
    print(await asyncio.gather(nap("late", 3), nap("early", 1), nap("middle", 2)))
asyncio.run(main())
