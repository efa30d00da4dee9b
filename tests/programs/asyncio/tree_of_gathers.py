import asyncio
async def walk(tree, depth=0):
    await asyncio.sleep(0.1)
    if isinstance(tree, int):
        return tree, depth
    parts = await asyncio.gather(*(walk(t, depth + 1) for t in tree))
    return sum(p[0] for p in parts), max(p[1] for p in parts)
async def main():
    print(await walk([1, [2, [3, 4], 5], [[6]]]), round(asyncio.get_running_loop().time(), 3))
asyncio.run(main())
