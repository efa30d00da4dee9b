import asyncio
lock = asyncio.Lock()
async def hold():
    async with lock:
        await asyncio.sleep(1)
async def main():
    await asyncio.gather(hold(), hold())
asyncio.run(main())
try:
    asyncio.run(main())
except RuntimeError as e:
    print(str(e).split(" object")[0], str(e)[-35:])
q = asyncio.Queue()
async def use():
    q.put_nowait(1)
    print(await q.get())
asyncio.run(use())
asyncio.run(use())
