import asyncio
async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_soon(print, "never")
    t = loop.call_later(1, print, "never either")
    u = loop.call_later(2, print, "this one")
    print(h, h.cancelled(), t.when())
    h.cancel()
    t.cancel()
    print(h, h.cancelled(), t.cancelled())
    await asyncio.sleep(3)
    u.cancel()
asyncio.run(main())
