import asyncio
async def ok():
    return 1
def cb(t):
    raise RuntimeError("callback")
async def main():
    t = asyncio.create_task(ok(), name="fine")
    t.add_done_callback(cb)
    print(await t)
    await asyncio.sleep(0)
asyncio.run(main())
