import asyncio
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.call_soon(print, "callback")
    f.set_result(3)
    print(await f, await f)
    print("no turn was given")
    await asyncio.sleep(0)
asyncio.run(main())
