import asyncio
log = []
async def child():
    await asyncio.sleep(1)
    log.append("child ends")
async def waiter(n, t):
    await t
    log.append(f"waiter {n}")
async def main():
    t = asyncio.create_task(child())
    t.add_done_callback(lambda t: log.append("callback 1"))
    w = [asyncio.create_task(waiter(n, t)) for n in range(2)]
    await asyncio.sleep(0)
    t.add_done_callback(lambda t: log.append("callback 2"))
    await asyncio.gather(*w)
    print(log)
asyncio.run(main())
