import asyncio
async def party(b, n):
    try:
        print(n, await b.wait())
    except asyncio.BrokenBarrierError as e:
        print(n, repr(e))
async def main():
    b = asyncio.Barrier(3)
    ts = [asyncio.create_task(party(b, n)) for n in range(2)]
    await asyncio.sleep(0)
    print(b.n_waiting, b.broken, b.parties)
    await b.abort()
    print(b.broken, b.n_waiting)
    await asyncio.gather(*ts)
    await party(b, "late")
    await b.reset()
    print(b.broken)
    await asyncio.gather(*(party(b, n) for n in "xyz"))
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)
asyncio.run(main())
