import asyncio
async def v(x):
    await asyncio.sleep(0)
    return x
async def main():
    d = {await v("k"): await v("w")}
    print(f"{await v(3):>5}|{(await v('a'))!r}", d, [await v(1), *(await v([2, 3]))], (await v(4)) if await v(True) else await v(5))
    print(await v(1) + await v(2) * await v(3), await v(0) or await v("or"), not await v(1), -(await v(5)))
    x = [0, 0]
    x[await v(1)] = await v(9)
    x[await v(0)] += await v(4)
    print(x, (await v([5, 6]))[await v(1)], await v(1) < await v(2) < await v(3))
    assert await v(True), await v("message")
    try:
        assert await v(False), await v("message")
    except AssertionError as e:
        print(e)
    def f(a, *, b): return a, b
    print(f(await v(1), b=await v(2)))
    if (y := await v(7)) > 5:
        print(y)
    while (y := await v(y - 1)) > 4:
        print(y)
    del x[await v(0)]
    print(x, lambda: 1 and None) if False else print(x)
    return await v("end")
print(asyncio.run(main()))
