import asyncio
async def f(x):
    await asyncio.sleep(1)
    return x
async def left():
    try:
        await asyncio.sleep(100)
    finally:
        print("left cleaned")
async def starts():
    asyncio.create_task(left())
    await asyncio.sleep(0)
with asyncio.Runner() as runner:
    print(runner.run(f(1)), runner.run(f(2)))
    runner.run(starts())
    print(runner.get_loop().time(), runner.get_loop().is_running())
print("closed")
try:
    c = f(3)
    runner.run(c)
except RuntimeError as e:
    print(e)
c.close()
try:
    asyncio.Runner().run(5)
except ValueError as e:
    print(e)
