import asyncio
async def f(n):
    await asyncio.sleep(n)
    raise ValueError(n)
async def main():
    try:
        await asyncio.shield(f(1))
    except ValueError as e:
        print(repr(e))
    t = asyncio.create_task(f(2))
    s = asyncio.shield(t)
    s.cancel()
    print(s.cancelled(), t.cancelled(), t.done())
    await asyncio.sleep(5)
    print(t.done(), s.done())
    t = asyncio.create_task(asyncio.sleep(5))
    s = asyncio.shield(t)
    t.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print("inner cancelled", s.cancelled())
    done = asyncio.get_running_loop().create_future()
    done.set_result(1)
    print(asyncio.shield(done) is done)
asyncio.run(main())
