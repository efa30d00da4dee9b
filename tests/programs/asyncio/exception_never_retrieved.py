import asyncio
async def bad(n):
    raise ValueError(n)
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print("handler:", sorted(c), c["message"], repr(c["exception"])))
    t = asyncio.create_task(bad(1))
    await asyncio.sleep(0)
    print("before")
    del t
    print("after")
    u = asyncio.create_task(bad(2))
    await asyncio.sleep(0)
    u.exception()
    del u
    print("asked for, not told")
    f = asyncio.Future()
    f.set_exception(KeyError("f"))
    f = None
    print("end")
asyncio.run(main())
