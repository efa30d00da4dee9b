import asyncio
async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")
async def both():
    return await asyncio.wait([asyncio.create_task(bad()), asyncio.create_task(asyncio.sleep(5))])
async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, c: print(c["message"], repr(c["exception"])))
    t = asyncio.create_task(both())
    await asyncio.sleep(0.5)
    t.cancel()
    await asyncio.wait([t])
    await asyncio.sleep(1)
    print("bad has failed")
    del t
    print("now nobody holds it")
asyncio.run(main())
