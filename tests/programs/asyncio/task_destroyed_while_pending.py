import asyncio
async def forever():
    try:
        await asyncio.Future()
    finally:
        print("its finally")
async def main():
    asyncio.get_running_loop().set_exception_handler(lambda l, c: print("handler:", sorted(c), c["message"]))
    t = asyncio.create_task(forever())
    await asyncio.sleep(0)
    del t
    print("gone")
asyncio.run(main())
