import asyncio
async def gen():
    while True:
        try:
            got = yield "ready"
            print("got", got)
        except ValueError as e:
            print("caught", e)
            await asyncio.sleep(1)
            yield "handled"
async def main():
    g = gen()
    print(await g.asend(None))
    print(await g.asend(5))
    print(await g.athrow(ValueError("thrown")))
    print(await anext(g))
    try:
        await g.athrow(KeyError("not caught"))
    except KeyError as e:
        print(repr(e))
    try:
        await g.asend(1)
    except StopAsyncIteration:
        print("finished")
    h = gen()
    try:
        await h.athrow(ValueError, "before it began")
    except ValueError as e:
        print(repr(e))
    try:
        await gen().asend(1)
    except TypeError as e:
        print(e)
asyncio.run(main())
