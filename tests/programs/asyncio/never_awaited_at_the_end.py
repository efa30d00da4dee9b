import asyncio
async def f(): pass
async def main():
    await asyncio.sleep(0)
asyncio.run(main())
c = f()
l = [f()]
l.append(l)
del l
