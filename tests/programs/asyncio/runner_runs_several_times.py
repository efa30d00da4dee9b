import asyncio
async def f(x):
    await asyncio.sleep(x)
    return asyncio.get_running_loop().time(), asyncio.current_task().get_name()
with asyncio.Runner() as r:
    print(r.run(f(1)))
    print(r.run(f(2)))
    loop = r.get_loop()
print(loop.is_closed())
try:
    r.run(f(3).close())
except ValueError as e:
    print(e)
try:
    r.get_loop()
except RuntimeError as e:
    print(e)
print(asyncio.run(f(0)))
