import asyncio
async def quick():
    return 1
async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow cancelled")
        raise
async def main():
    both = asyncio.gather(quick(), slow())
    await asyncio.sleep(1)
    print(both.cancel(), both.cancelled(), both.done())
    try:
        await both
    except asyncio.CancelledError as e:
        print("gather cancelled", e.args)
    print(both.cancelled(), both.done(), both.cancel())
asyncio.run(main())
