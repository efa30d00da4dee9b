import asyncio
async def inner():
    try:
        await asyncio.sleep(5)
    except ValueError as e:
        return f"inner saw {e}"
async def gen():
    got = await inner()
    yield got
    try:
        yield "second"
    except KeyError:
        yield "handled"
async def main():
    g = gen()
    step = g.asend(None)
    fut = step.send(None)
    print(type(fut).__name__)
    try:
        step.throw(ValueError("thrown"))
    except StopIteration as e:
        print(e.value)
    print(await g.asend(None))
    print(await g.athrow(KeyError))
    await g.aclose()
asyncio.run(main())
