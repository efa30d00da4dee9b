import asyncio
async def dot(row, col):
    total = 0
    for a, b in zip(row, col):
        await asyncio.sleep(0)
        total += a * b
    return total
async def matmul(a, b):
    cols = list(zip(*b))
    return [await asyncio.gather(*(dot(r, c) for c in cols)) for r in a]
async def main():
    print(await matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
asyncio.run(main())
