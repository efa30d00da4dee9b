import asyncio
async def child(n):
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("child", n)
        raise
async def main():
    g = asyncio.gather(child(1), child(2))
    await asyncio.sleep(1)
    print(g.cancel(), g.done())
    try:
        await g
    except asyncio.CancelledError as e:
        print("gather cancelled", e.args)
    print(g.cancelled(), g.done(), g.cancel())
    h = asyncio.gather(child(3), return_exceptions=True)
    await asyncio.sleep(0)
    h.cancel("msg")
    try:
        await h
    except asyncio.CancelledError as e:
        print("even so", e.args)
asyncio.run(main())
