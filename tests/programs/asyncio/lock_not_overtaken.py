import asyncio
async def user(lock, name):
    async with lock:
        print(name, "in")
        await asyncio.sleep(0)
    print(name, "out")
async def greedy(lock):
    for i in range(3):
        async with lock:
            print("greedy", i)
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(greedy(lock), user(lock, "a"), greedy(lock), user(lock, "b"))
asyncio.run(main())
