import asyncio
async def countdown(n):
    try:
        while n > 0:
            print("T-minus", n)
            await asyncio.sleep(1)
            n -= 1
        print("lift-off")
    except asyncio.CancelledError:
        print("aborted at", n)
        raise
    else:
        return "launched"
    finally:
        print("console off")
async def main():
    launch = asyncio.create_task(countdown(5), name="launch")
    await asyncio.sleep(2.5)
    launch.cancel("weather")
    try:
        await launch
    except asyncio.CancelledError as e:
        print("main:", e, launch.cancelled())
    print(await countdown(1))
asyncio.run(main())
