import asyncio
log = []
async def step(x):
    log.append(f"{x} starts")
    await asyncio.sleep(0)
    log.append(f"{x} ends")
    return x
async def f():
    try:
        return await step("value")
    finally:
        await step("cleanup")
        log.append("finally ends")
async def g():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            await step(f"loop {i}")
        finally:
            await step(f"finally {i}")
    return "g"
async def main():
    print(await f(), await g())
    print(*log, sep="\n")
asyncio.run(main())
