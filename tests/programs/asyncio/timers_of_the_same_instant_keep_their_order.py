import asyncio
async def main():
    loop = asyncio.get_running_loop()
    for name in "abcde":
        loop.call_later(1, print, name)
    loop.call_at(1.0, print, "at")
    loop.call_later(0, print, "zero")
    loop.call_soon(print, "soon")
    await asyncio.sleep(2)
asyncio.run(main())
