import asyncio
async def main():
    total = 0
    history = []
    async def add(n, pause):
        nonlocal total
        before = total
        await asyncio.sleep(pause)
        total += n
        history.append((n, before, total))
    await asyncio.gather(add(1, 0.3), add(10, 0.1), add(100, 0.2))
    print(total, history)
asyncio.run(main())
