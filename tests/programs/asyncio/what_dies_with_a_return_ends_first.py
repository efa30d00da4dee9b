# What dies with the variables of a frame that returns is ended before its caller hears of the return.
import asyncio


def gen(name):
    try:
        yield name
    finally:
        print("end of", name)


async def inner():
    begun = gen("begun")
    next(begun)
    unbegun = gen("unbegun")
    return 5


async def outer():
    held = gen("outer")
    next(held)
    return await inner()


def returns():
    held = gen("of a generator")
    next(held)
    yield 1
    return 2


def delegates():
    held = gen("of a delegator")
    next(held)
    value = yield from returns()
    print("value", value)
    return 3


async def items():
    held = gen("of an async generator")
    next(held)
    yield 1
    yield 2


async def main():
    print(await outer())
    async for item in items():
        print("item", item)
    print(await asyncio.create_task(outer()))


for item in returns():
    print(item)
for item in delegates():
    print(item)
print(list(delegates()))
asyncio.run(main())
