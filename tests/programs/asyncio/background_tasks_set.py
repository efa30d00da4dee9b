import asyncio
background = set()
async def note(n):
    await asyncio.sleep(n)
    print("noted", n)
def fire(coro):
    t = asyncio.create_task(coro)
    background.add(t)
    t.add_done_callback(background.discard)
    return t
async def main():
    for n in (3, 1, 2):
        fire(note(n))
    print(len(background))
    await asyncio.sleep(1.5)
    print(len(background))
    await asyncio.gather(*background)
    await asyncio.sleep(0)
    print(len(background))
asyncio.run(main())
