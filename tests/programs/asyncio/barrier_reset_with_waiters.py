import asyncio
async def party(b, n):
    try:
        async with b as place:
            print(n, "place", place)
    except asyncio.BrokenBarrierError as e:
        print(n, e)
async def main():
    b = asyncio.Barrier(2)
    t = asyncio.create_task(party(b, "a"))
    await asyncio.sleep(0)
    print(repr(b)[-25:])
    await b.reset()
    await t
    await asyncio.gather(*(party(b, n) for n in "bcde"))
    print(b.n_waiting, b.broken)
asyncio.run(main())
