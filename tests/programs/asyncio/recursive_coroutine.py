import asyncio
async def fib(n):
    if n < 2:
        return n
    await asyncio.sleep(0)
    return await fib(n - 1) + await fib(n - 2)
async def hanoi(n, a, b, c):
    if n:
        await hanoi(n - 1, a, c, b)
        print(f"{a}->{c}", end=" ")
        await hanoi(n - 1, b, a, c)
async def main():
    print(await fib(7), await asyncio.gather(fib(5), fib(6)))
    await hanoi(3, "A", "B", "C")
    print()
asyncio.run(main())
