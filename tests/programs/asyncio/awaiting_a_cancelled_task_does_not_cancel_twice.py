import asyncio
async def work():
    await asyncio.sleep(5)
async def waiter(t, name):
    try:
        await t
    except asyncio.CancelledError:
        print(name, asyncio.current_task().cancelling())
async def main():
    t = asyncio.create_task(work())
    ws = [asyncio.create_task(waiter(t, n)) for n in "ab"]
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait(ws)
    print([w.cancelled() for w in ws], t.cancelled())
asyncio.run(main())
