import asyncio
async def main():
    loop = asyncio.get_running_loop()
    timer = loop.call_later(5, print, "never")
    timer.cancel()
    print("timer set")
asyncio.run(main())
