import asyncio
async def f():
    return 1
async def main():
    t = asyncio.create_task(f())
    await t
    done, pending = await asyncio.wait([t])
    print(done == {t}, pending)
    done, pending = await asyncio.wait({t, asyncio.create_task(f())}, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    for p in pending:
        await p
asyncio.run(main())
