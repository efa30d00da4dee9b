import asyncio
async def node(n, ring, i, results):
    inbox, outbox = ring[i], ring[(i + 1) % len(ring)]
    await outbox.put(("elect", n))
    while True:
        kind, value = await inbox.get()
        if kind == "elect":
            if value > n:
                await outbox.put((kind, value))
            elif value == n:
                await outbox.put(("leader", n))
        else:
            results[n] = value
            if value != n:
                await outbox.put((kind, value))
            return
async def main():
    ids = [3, 7, 1, 5]
    ring = [asyncio.Queue() for _ in ids]
    results = {}
    async with asyncio.TaskGroup() as tg:
        for i, n in enumerate(ids):
            tg.create_task(node(n, ring, i, results), name=f"node-{n}")
    print(results)
asyncio.run(main())
