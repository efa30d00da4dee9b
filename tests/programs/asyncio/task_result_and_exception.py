import asyncio
async def good():
    return 42
async def bad():
    raise LookupError("lost")
async def main():
    a, b = asyncio.create_task(good()), asyncio.create_task(bad())
    await asyncio.wait([a, b])
    print(a.result(), a.exception(), a.done(), a.cancelled())
    print(repr(b.exception()), b.done(), b.cancelled())
    try:
        b.result()
    except LookupError as e:
        print("raised", e)
    for t in (a, b):
        for set in (t.set_result, t.set_exception):
            try:
                set(1)
            except RuntimeError as e:
                print(e)
asyncio.run(main())
