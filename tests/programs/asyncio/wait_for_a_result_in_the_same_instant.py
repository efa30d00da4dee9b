import asyncio
async def f():
    await asyncio.sleep(1)
    return "in time"
async def main():
    try:
        print(await asyncio.wait_for(f(), 1))
    except TimeoutError:
        print("too late")
    t = asyncio.create_task(f())
    await asyncio.sleep(0)
    try:
        print(await asyncio.wait_for(t, 1))
    except TimeoutError:
        print("too late", t.cancelled())
    fut = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, fut.set_result, "future")
    print(await asyncio.wait_for(fut, 1))
asyncio.run(main())
