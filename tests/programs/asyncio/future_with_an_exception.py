import asyncio
async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_exception(ValueError("bad"))
    try:
        await f
    except ValueError as e:
        print("caught", e)
    try:
        f.result()
    except ValueError as e:
        print("again", e)
    print(repr(f.exception()), f)
    for wrong in (StopIteration(), 5):
        g = asyncio.Future()
        try:
            g.set_exception(wrong)
        except TypeError as e:
            print(e)
    g.set_exception(KeyError)
    print(repr(g.exception()))
asyncio.run(main())
