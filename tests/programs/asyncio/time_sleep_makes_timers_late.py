import asyncio
import time
async def ticker():
    for i in range(3):
        await asyncio.sleep(1)
        print("tick", i, time.monotonic())
async def blocker():
    await asyncio.sleep(0.5)
    time.sleep(3)
    print("blocked until", time.monotonic())
async def main():
    start = time.time()
    await asyncio.gather(ticker(), blocker())
    print(time.time() - start, asyncio.get_running_loop().time() == time.monotonic())
asyncio.run(main())
