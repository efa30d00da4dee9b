import asyncio
async def averager():
    total = count = 0
    average = None
    while True:
        x = yield average
        if x is None:
            break
        await asyncio.sleep(0.1)
        total += x
        count += 1
        average = total / count
async def main():
    a = averager()
    await a.asend(None)
    for x in (10, 20, 60):
        print(await a.asend(x))
    try:
        await a.asend(None)
    except StopAsyncIteration as e:
        print("ended", e.args)
asyncio.run(main())
