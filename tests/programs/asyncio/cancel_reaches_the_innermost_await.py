import asyncio
async def c():
    try:
        await asyncio.Future()
    except asyncio.CancelledError:
        print("c")
        raise
async def b():
    try:
        await c()
    finally:
        print("b")
async def a():
    try:
        await asyncio.create_task(b())
    finally:
        print("a")
async def main():
    t = asyncio.create_task(a())
    await asyncio.sleep(0.1)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled())
asyncio.run(main())
