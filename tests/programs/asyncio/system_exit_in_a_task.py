import asyncio, sys
async def quits():
    await asyncio.sleep(1)
    sys.exit(4)
async def other():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("other cancelled")
        raise
async def main():
    asyncio.create_task(quits())
    asyncio.create_task(other())
    try:
        await asyncio.sleep(5)
    finally:
        print("main cleaned")
try:
    asyncio.run(main())
finally:
    print("leaving")
