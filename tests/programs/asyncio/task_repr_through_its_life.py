import asyncio
async def work(f):
    await f
    return [1, 2, 3]
async def main():
    f = asyncio.Future()
    t = asyncio.create_task(work(f), name="w")
    print(str(t).replace(__file__, "FILE"))
    await asyncio.sleep(0)
    print(str(t).replace(__file__, "FILE"))
    f.set_result(None)
    await t
    print(str(t).replace(__file__, "FILE"))
    u = asyncio.create_task(work(asyncio.Future()), name="u")
    await asyncio.sleep(0)
    u.cancel()
    print(str(u).replace(__file__, "FILE"))
    await asyncio.wait([u])
    print(str(u).replace(__file__, "FILE"))
asyncio.run(main())
