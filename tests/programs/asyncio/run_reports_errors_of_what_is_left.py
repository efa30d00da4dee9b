import asyncio
async def left():
    try:
        await asyncio.sleep(100)
    finally:
        raise ValueError("in the end")
async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, c: print(c["message"], repr(c["exception"])))
    global keep
    keep = asyncio.create_task(left())
    await asyncio.sleep(1)
asyncio.run(main())
