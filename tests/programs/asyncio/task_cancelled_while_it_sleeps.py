import asyncio
async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("inside", e.args)
        raise
    finally:
        print("finally")
async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(1)
    print(t.cancel("enough"))
    print("asked", t.done())
    try:
        await t
    except asyncio.CancelledError as e:
        print("outside", e.args)
    print(t.cancelled(), asyncio.get_running_loop().time())
asyncio.run(main())
