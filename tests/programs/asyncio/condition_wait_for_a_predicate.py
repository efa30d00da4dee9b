import asyncio
async def main():
    c = asyncio.Condition()
    n = 0
    async def until(limit):
        async with c:
            r = await c.wait_for(lambda: n >= limit)
            print("reached", limit, n, r)
    ts = [asyncio.create_task(until(k)) for k in (2, 1)]
    for _ in range(3):
        await asyncio.sleep(1)
        async with c:
            n += 1
            c.notify_all()
    await asyncio.gather(*ts)
asyncio.run(main())
