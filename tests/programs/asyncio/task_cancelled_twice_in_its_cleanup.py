import asyncio
async def f():
    try:
        await asyncio.sleep(9)
    finally:
        try:
            await asyncio.sleep(1)
            print("never")
        finally:
            print("second cleanup", asyncio.current_task().cancelling())
async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0.5)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True), t.cancelled())
asyncio.run(main())
