import asyncio
from collections import deque
async def sensor():
    for v in (3, 5, 7, 9, 2, 4):
        await asyncio.sleep(0.5)
        yield v
async def average(source, n):
    window = deque(maxlen=n)
    async for v in source:
        window.append(v)
        if len(window) == n:
            yield sum(window) / n
async def main():
    print([round(a, 2) async for a in average(sensor(), 3)])
    g = average(sensor(), 2)
    print(await anext(g), await anext(g))
    await g.aclose()
    print(await anext(g, "closed"))
asyncio.run(main())
