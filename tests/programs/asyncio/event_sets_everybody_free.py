import asyncio
async def wait(e, name):
    print(name, await e.wait())
async def main():
    e = asyncio.Event()
    ts = [asyncio.create_task(wait(e, n)) for n in "abc"]
    await asyncio.sleep(1)
    print(e.is_set())
    e.set()
    e.clear()
    print("set and cleared")
    await asyncio.gather(*ts)
    e.set()
    print(await e.wait(), e.is_set())
asyncio.run(main())
