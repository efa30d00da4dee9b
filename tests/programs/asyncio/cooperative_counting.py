import asyncio
async def count(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name
async def polite():
    total = 0
    for i in range(6):
        total += i
        if i % 2:
            await asyncio.sleep(0)
            print("polite gave way at", i)
    return total
async def main():
    print(await asyncio.gather(count("a", 3), polite(), count("b", 2)))
asyncio.run(main())
