import asyncio
async def child(n):
    await asyncio.sleep(n)
    return n
async def main():
    a, b = asyncio.create_task(child(1)), asyncio.create_task(child(2))
    asyncio.get_running_loop().call_later(0.5, a.cancel)
    print(await asyncio.gather(a, b, return_exceptions=True))
    a, b = asyncio.create_task(child(1)), asyncio.create_task(child(2))
    asyncio.get_running_loop().call_later(0.5, a.cancel)
    try:
        await asyncio.gather(a, b)
    except asyncio.CancelledError:
        print("cancelled", b.done())
    print(await b)
asyncio.run(main())
