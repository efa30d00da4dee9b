import asyncio
async def child():
    print("child runs")
    return 1
async def main():
    t = asyncio.create_task(child())
    print("made", t.done())
    await asyncio.sleep(0)
    print("after one turn", t.done())
    print(await t, t.result())
asyncio.run(main())
