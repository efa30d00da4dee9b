import asyncio, time
async def polite(n):
    await asyncio.sleep(n)
    print("polite", n, time.monotonic())
async def rude():
    time.sleep(5)
    print("rude", time.monotonic())
async def main():
    await asyncio.gather(polite(1), rude(), polite(2))
asyncio.run(main())
