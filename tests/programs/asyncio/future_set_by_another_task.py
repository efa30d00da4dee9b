import asyncio
async def setter(f):
    await asyncio.sleep(1)
    f.set_result("value")
    print("set")
async def main():
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(setter(f))
    print(f)
    print(await f)
    print(f, f.done(), f.result(), f.exception(), f.cancelled())
    await t
asyncio.run(main())
