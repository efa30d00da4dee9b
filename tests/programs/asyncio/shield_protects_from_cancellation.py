import asyncio
async def work():
    await asyncio.sleep(2)
    print("work done")
    return "result"
async def outer(t):
    try:
        return await asyncio.shield(t)
    except asyncio.CancelledError:
        print("outer cancelled")
        raise
async def main():
    t = asyncio.create_task(work())
    o = asyncio.create_task(outer(t))
    await asyncio.sleep(1)
    o.cancel()
    await asyncio.wait([o])
    print(o.cancelled(), t.done())
    print(await t)
    print(await asyncio.shield(work()))
    done = asyncio.Future()
    done.set_result(4)
    print(asyncio.shield(done) is done)
asyncio.run(main())
