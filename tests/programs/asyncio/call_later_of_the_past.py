import asyncio
async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(5)
    loop.call_at(1, print, "at 1")
    loop.call_later(-3, print, "3 ago")
    loop.call_later(0, print, "now")
    loop.call_soon(print, "soon")
    h = loop.call_at(7, print, "at 7")
    print(h.when(), h.cancelled())
    await asyncio.sleep(0)
    print("gave way", loop.time())
    await asyncio.sleep(3)
    try:
        loop.call_later(None, print)
    except TypeError as e:
        print(e)
    try:
        loop.call_at(None, print)
    except TypeError as e:
        print(e)
asyncio.run(main())
