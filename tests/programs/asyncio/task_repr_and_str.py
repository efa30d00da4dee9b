import asyncio
async def job():
    await asyncio.sleep(1)
    return [1, 2]
async def main():
    t = asyncio.create_task(job(), name="job")
    print(str(t).split(" coro=")[0], str(t).endswith(">"))
    print(f"{t.get_name()!r} {t.done()}")
    await t
    print(str(t).split(" coro=")[0], "result=[1, 2]" in repr(t))
    t = asyncio.create_task(job())
    t.cancel()
    print(str(t).split(" name=")[0])
    await asyncio.wait([t])
    print(str(t).split(" name=")[0])
asyncio.run(main())
