import asyncio
async def job(n):
    await asyncio.sleep(0.1 * n)
    if n == 1:
        raise ValueError("v")
    if n == 2:
        raise TypeError("t")
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise OSError(f"while stopping {n}")
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            for n in range(1, 5):
                tg.create_task(job(n))
    except* (TypeError, ValueError) as g:
        print("program:", [repr(e) for e in g.exceptions])
    except* OSError as g:
        print("system:", [repr(e) for e in g.exceptions])
    else:
        print("fine")
    finally:
        print("over", asyncio.get_running_loop().time())
asyncio.run(main())
