import asyncio
async def waiter(f, n):
    try:
        print(n, await f)
    except Exception as e:
        print(n, type(e).__name__, e, e.__context__)
async def main():
    f = asyncio.Future()
    ts = [asyncio.create_task(waiter(f, n)) for n in range(3)]
    await asyncio.sleep(0)
    f.set_exception(OSError("shared"))
    await asyncio.gather(*ts)
asyncio.run(main())
