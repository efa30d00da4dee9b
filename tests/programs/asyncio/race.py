import asyncio
async def first(*coros):
    tasks = [asyncio.create_task(c) for c in coros]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in pending:
        t.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return [t.result() for t in done]
async def server(name, delay):
    try:
        await asyncio.sleep(delay)
        return name
    except asyncio.CancelledError:
        print(name, "called off")
        raise
async def main():
    print(await first(server("eu", 3), server("us", 2), server("asia", 2)))
    print(await first(server("only", 1)))
    print(asyncio.get_running_loop().time(), len(asyncio.all_tasks()))
asyncio.run(main())
