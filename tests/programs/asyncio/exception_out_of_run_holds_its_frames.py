import asyncio
def gen(name):
    try:
        yield
    finally:
        print("generator of", name, "ends")
async def main(fail):
    g = gen(fail)
    next(g)
    await asyncio.sleep(1)
    if fail:
        raise ValueError(fail)
for fail in ("", "the one", ""):
    try:
        asyncio.run(main(fail))
    except ValueError as e:
        print("caught", e)
print("end")
