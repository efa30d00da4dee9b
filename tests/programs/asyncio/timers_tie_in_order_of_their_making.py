import asyncio
async def main():
    loop = asyncio.get_running_loop()
    for n in range(3):
        loop.call_at(2, print, "at", n)
        loop.call_later(2, print, "later", n)
    h = loop.call_at(2, print, "never")
    async def sleeper(n):
        await asyncio.sleep(2)
        print("slept", n)
    ts = [asyncio.create_task(sleeper(n)) for n in range(2)]
    loop.call_later(1, h.cancel)
    await asyncio.gather(*ts)
asyncio.run(main())
