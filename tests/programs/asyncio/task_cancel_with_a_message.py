import asyncio
async def f():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as e:
        print("inside", e.args)
        raise
async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(1)
    print(t.cancel("enough"))
    try:
        await t
    except asyncio.CancelledError as e:
        print("outside", e.args)
    print(t.cancel("again"))
    t = asyncio.create_task(f())
    t.cancel(msg="before it began")
    try:
        await t
    except asyncio.CancelledError as e:
        print("outside", e.args)
    try:
        t.result()
    except asyncio.CancelledError as e:
        print("result", e.args)
asyncio.run(main())
