import asyncio
async def party(b, n):
    print(n, await b.wait())
async def main():
    b = asyncio.Barrier(3)
    ts = [asyncio.create_task(party(b, n)) for n in range(3)]
    await asyncio.sleep(0)
    ts2 = [asyncio.create_task(party(b, n)) for n in "ab"]
    await asyncio.sleep(1)
    ts2[0].cancel()
    await asyncio.sleep(0)
    print(b.n_waiting)
    await asyncio.gather(*(party(b, n) for n in "cd"), return_exceptions=True)
    print([t.done() for t in ts + ts2])
asyncio.run(main())
