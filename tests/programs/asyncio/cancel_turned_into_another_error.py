import asyncio
async def work():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError as e:
        raise RuntimeError("instead") from e
async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except RuntimeError as e:
        print(repr(e), repr(e.__cause__), t.cancelled())
asyncio.run(main())
