import asyncio
class Door:
    async def __aenter__(self):
        print("opening")
        await asyncio.sleep(1)
        print("open")
        return self
    async def __aexit__(self, kind, exc, tb):
        print("closing because of", kind.__name__ if kind else None)
        await asyncio.sleep(1)
        print("closed")
async def user():
    async with Door():
        await asyncio.sleep(10)
async def main():
    for when in (0.5, 2):
        t = asyncio.create_task(user())
        await asyncio.sleep(when)
        t.cancel()
        await asyncio.wait([t])
        print(t.cancelled(), asyncio.get_running_loop().time())
asyncio.run(main())
