import asyncio
async def amap(f, items, limit):
    items = iter(items)
    pending, results = {}, {}
    index = 0
    while True:
        while len(pending) < limit:
            try:
                x = next(items)
            except StopIteration:
                break
            pending[asyncio.create_task(f(x))] = index
            index += 1
        if not pending:
            return [results[i] for i in range(index)]
        done, _ = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for t in done:
            results[pending.pop(t)] = t.result()
async def f(x):
    await asyncio.sleep(5 - x)
    print("did", x, asyncio.get_running_loop().time())
    return x * x
async def main():
    print(await amap(f, range(5), 2))
asyncio.run(main())
