import asyncio
async def f(fut):
    try:
        print(await fut)
    except asyncio.CancelledError:
        print("cancelled, though the result was there", fut.result())
        raise
async def main():
    fut = asyncio.Future()
    t = asyncio.create_task(f(fut))
    await asyncio.sleep(0)
    fut.set_result(1)
    print(t.cancel())
    print(await asyncio.gather(t, return_exceptions=True))
asyncio.run(main())
