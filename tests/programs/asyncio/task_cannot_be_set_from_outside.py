import asyncio
async def f():
    return 1
async def main():
    t = asyncio.create_task(f())
    for act in (lambda: t.set_result(1), lambda: t.set_exception(ValueError()), t.result, t.exception):
        try:
            act()
        except Exception as e:
            print(type(e).__name__, e)
    await t
    print(t.result(), t.exception())
    try:
        asyncio.Task(f)
    except TypeError as e:
        print(str(e).split(" at ")[0])
asyncio.run(main())
