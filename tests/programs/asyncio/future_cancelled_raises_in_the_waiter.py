import asyncio
async def main():
    f = asyncio.Future()
    asyncio.get_running_loop().call_later(1, f.cancel, "why")
    try:
        await f
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    print(f, f.cancelled(), f.done())
    try:
        f.result()
    except asyncio.CancelledError as e:
        print(repr(e))
    print(f.cancel(), asyncio.current_task().cancelling())
asyncio.run(main())
