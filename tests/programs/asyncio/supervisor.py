import asyncio
async def service(name, fail_after):
    print(name, "up at", asyncio.get_running_loop().time())
    await asyncio.sleep(fail_after)
    raise RuntimeError(f"{name} crashed")
async def supervise(factory, restarts):
    for n in range(restarts + 1):
        t = asyncio.create_task(factory(), name=f"try-{n}")
        done, _ = await asyncio.wait([t])
        e = t.exception()
        print(t.get_name(), repr(e))
    raise RuntimeError("too many restarts") from e
async def main():
    try:
        await supervise(lambda: service("db", 2), 2)
    except RuntimeError as e:
        print(e, "because", e.__cause__)
asyncio.run(main())
