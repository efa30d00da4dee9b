import asyncio
STOP = object()
async def produce(out):
    for i in range(5):
        await asyncio.sleep(0.1)
        await out.put(i)
    await out.put(STOP)
async def transform(inp, out, f):
    while (item := await inp.get()) is not STOP:
        await asyncio.sleep(0.25)
        await out.put(f(item))
    await out.put(STOP)
async def consume(inp):
    total = 0
    while True:
        item = await inp.get()
        if item is STOP:
            return total
        print(f"{asyncio.get_running_loop().time():.2f} consumed {item}")
        total += item
async def main():
    a, b, c = (asyncio.Queue(maxsize=1) for _ in range(3))
    *_, total = await asyncio.gather(
        produce(a), transform(a, b, lambda x: x * x), transform(b, c, lambda x: x + 1), consume(c))
    print("total", total)
asyncio.run(main())
