import asyncio
async def gen(n):
    try:
        yield n
        yield n
    finally:
        print("closing", n)
        await asyncio.sleep(1)
        print("closed", n)
keep = []
async def main(n):
    g = gen(n)
    keep.append(g)
    await anext(g)
with asyncio.Runner() as runner:
    runner.run(main(1))
    keep.clear()
    print("dropped between")
    runner.run(main(2))
    print("second run", runner.get_loop().time())
print("end", len(keep))
