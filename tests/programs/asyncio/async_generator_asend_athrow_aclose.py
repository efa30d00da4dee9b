import asyncio
async def g():
    try:
        while True:
            try:
                x = yield "ready"
                await asyncio.sleep(1)
                print("got", x)
            except ValueError as e:
                print("thrown", e)
    finally:
        print("closing")
async def main():
    a = g()
    print(await a.asend(None))
    print(await a.asend(1))
    print(await a.athrow(ValueError("v")))
    await a.aclose()
    try:
        await a.asend(2)
    except StopAsyncIteration:
        print("over")
    print(await anext(a, "default"))
    await a.aclose()
asyncio.run(main())
