import asyncio
async def job(x):
    await asyncio.sleep(x)
    if x == 2:
        raise ValueError("two")
    return x
for x in range(4):
    try:
        print(asyncio.run(job(x)))
    except ValueError as e:
        print(repr(e))
with asyncio.Runner() as r:
    for x in (3, 2, 1):
        try:
            print(r.run(job(x)), r.get_loop().time())
        except ValueError as e:
            print(repr(e), r.get_loop().time())
