import asyncio
async def f():
    print("never runs")
async def main():
    f()
    c = f()
    del c
    asyncio.gather
    print("end of main")
asyncio.run(main())
f()
print("end")
