import asyncio
async def worker(token, name, log):
    for i in range(2):
        t = await token.get()
        try:
            log.append(f"{name}{i}")
            await asyncio.sleep(0)
        finally:
            token.put_nowait(t)
async def main():
    token = asyncio.Queue(1)
    token.put_nowait("key")
    log = []
    await asyncio.gather(*(worker(token, n, log) for n in "abc"))
    print(log)
asyncio.run(main())
