import asyncio
async def slow():
    await asyncio.sleep(1)
    return "one result"
async def waiter(n, t):
    print(n, await t)
async def main():
    t = asyncio.create_task(slow())
    await asyncio.gather(*(waiter(n, t) for n in range(4)))
    print(await t, await t)
asyncio.run(main())
