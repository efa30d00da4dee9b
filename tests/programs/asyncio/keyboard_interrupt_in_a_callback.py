import asyncio
def stop():
    raise KeyboardInterrupt
async def main():
    asyncio.get_running_loop().call_later(1, stop)
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("main cancelled at", asyncio.get_running_loop().time())
        raise
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
