import asyncio
def debounce(delay):
    def deco(f):
        pending = None
        def wrapper(*args):
            nonlocal pending
            if pending is not None:
                pending.cancel()
            pending = asyncio.get_running_loop().call_later(delay, f, *args)
        return wrapper
    return deco
@debounce(1)
def search(text):
    print(asyncio.get_running_loop().time(), "search", text)
async def main():
    for pause, text in ((0, "a"), (0.5, "as"), (0.5, "asy"), (2, "async"), (0.9, "asyncio"), (0.1, "asyncio!")):
        await asyncio.sleep(pause)
        search(text)
    await asyncio.sleep(3)
asyncio.run(main())
