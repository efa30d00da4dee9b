import asyncio
async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print("slow ends")
async def main():
    t = asyncio.create_task(asyncio.wait_for(slow(), 5))
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled")
asyncio.run(main())
