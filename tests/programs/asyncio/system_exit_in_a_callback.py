import asyncio, sys
async def main():
    asyncio.get_running_loop().call_later(1, sys.exit, 3)
    try:
        await asyncio.sleep(5)
    finally:
        print("cleanup", asyncio.get_running_loop().time())
asyncio.run(main())
