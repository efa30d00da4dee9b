import asyncio
async def f():
    try:
        print("began")
        await asyncio.sleep(1)
    finally:
        print("cleaned")
async def main():
    try:
        await asyncio.wait_for(f(), 0)
    except TimeoutError as e:
        print("timeout", repr(e), repr(e.__cause__))
    t = asyncio.create_task(f())
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(t, -1)
    except asyncio.TimeoutError:
        print(t.cancelled())
    done = asyncio.get_running_loop().create_future()
    done.set_result(5)
    print(await asyncio.wait_for(done, 0))
asyncio.run(main())
