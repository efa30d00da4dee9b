import asyncio
async def main():
    q = asyncio.Queue(1)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    q.put_nowait("x")
    print(q.full(), q.qsize(), str(q))
    try:
        q.put_nowait("y")
    except asyncio.QueueFull as e:
        print(repr(e))
    print(q.get_nowait(), q.empty())
asyncio.run(main())
