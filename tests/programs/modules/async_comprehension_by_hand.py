async def numbers(n):
    for i in range(n):
        yield i


async def twice(x):
    return x * 2


async def main():
    a = [x async for x in numbers(4) if x % 2]
    b = {await twice(x) async for x in numbers(2)}
    c = {x: await twice(x) for x in (1, 2)}
    d = [y async for y in (await twice(x) async for x in numbers(3))]
    async for z in numbers(2):
        print("loop", z)
    else:
        print("else")
    return a, b, c, d


try:
    main().send(None)
except StopIteration as e:
    print(e.value)
