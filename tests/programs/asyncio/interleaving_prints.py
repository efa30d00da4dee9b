import asyncio
async def step(name):
    print(name, 1)
    await asyncio.sleep(0)
    print(name, 2)
    await inner(name)
    print(name, 5)
async def inner(name):
    print(name, 3)
    await asyncio.sleep(0)
    print(name, 4)
async def main():
    a = asyncio.create_task(step("a"))
    await step("main")
    b = asyncio.create_task(step("b"))
    await a
    await b
asyncio.run(main())
