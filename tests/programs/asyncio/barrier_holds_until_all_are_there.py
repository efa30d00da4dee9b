import asyncio
async def come(b, n):
    await asyncio.sleep(n)
    print("came", n, b.n_waiting)
    i = await b.wait()
    print("left", n, i)
async def main():
    b = asyncio.Barrier(3)
    await asyncio.gather(*(come(b, n) for n in (2, 0, 1)))
    print(b.parties, b.n_waiting, b.broken)
    async with asyncio.Barrier(1) as place:
        print(place)
    t = asyncio.create_task(come(b, 0))
    await asyncio.sleep(1)
    await b.abort()
    try:
        await t
    except asyncio.BrokenBarrierError as e:
        print(e, b.broken)
asyncio.run(main())
