import asyncio
lock = asyncio.Lock()
async def fight():
    await lock.acquire()
    try:
        await asyncio.wait_for(lock.acquire(), 1)
    except TimeoutError:
        print("taken")
    lock.release()
asyncio.run(fight())
async def again():
    await lock.acquire()
    try:
        await lock.acquire()
    except RuntimeError as e:
        print(str(e)[-33:])
asyncio.run(again())
