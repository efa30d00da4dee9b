import asyncio
async def waiter(e, n):
    print(n, await e.wait(), e.is_set())
async def main():
    e = asyncio.Event()
    ts = [asyncio.create_task(waiter(e, n)) for n in range(3)]
    await asyncio.sleep(0)
    print(str(e)[-19:])
    ts[1].cancel()
    e.set()
    e.clear()
    late = asyncio.create_task(waiter(e, "late"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([t.done() for t in ts], late.done())
    e.set()
    await late
    await waiter(e, "main")
asyncio.run(main())
