import asyncio
log = []
async def child(n):
    log.append(f"child{n} starts")
    await asyncio.sleep(0)
    log.append(f"child{n} ends")
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log.append, "soon 1")
    t1 = asyncio.create_task(child(1))
    loop.call_soon(log.append, "soon 2")
    log.append("before await child 2")
    await child(2)
    log.append("before gather")
    await asyncio.gather(child(3), t1, child(4))
    fut = loop.create_future()
    fut.add_done_callback(lambda f: log.append("callback"))
    loop.call_soon(fut.set_result, 1)
    await fut
    log.append("after future")
    await asyncio.wait_for(child(5), 1)
    async with asyncio.timeout(1):
        await child(6)
    await asyncio.shield(child(7))
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child(8))
        log.append("in group")
    print(*log, sep="\n")
asyncio.run(main())
