import asyncio
async def gen():
    yield 1
    await asyncio.sleep(0)
    yield 2
async def main():
    g = gen()
    print(g.__name__, g.ag_running, g.ag_frame is not None, g.ag_await)
    print(await g.__anext__(), g.ag_running)
    s = g.asend(None)
    print(type(s).__name__)
    print(await s)
    try:
        await s
    except RuntimeError as e:
        print(e)
    print(await anext(g, None), g.ag_frame)
    print([x async for x in g])
asyncio.run(main())
