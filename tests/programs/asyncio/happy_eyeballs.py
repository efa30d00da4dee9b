import asyncio
async def connect(addr, t, ok):
    print(f"{asyncio.get_running_loop().time():.2f} try {addr}")
    await asyncio.sleep(t)
    if not ok:
        raise OSError(f"{addr} refused")
    return addr
async def eyeballs(attempts, stagger):
    tasks, errors = [], []
    winner = asyncio.get_running_loop().create_future()
    def finished(t):
        if t.cancelled():
            return
        if t.exception():
            errors.append(t.exception())
            if len(errors) == len(attempts) and not winner.done():
                winner.set_exception(ExceptionGroup("all failed", errors))
        elif not winner.done():
            winner.set_result(t.result())
    for a in attempts:
        t = asyncio.create_task(connect(*a))
        t.add_done_callback(finished)
        tasks.append(t)
        done, _ = await asyncio.wait([winner], timeout=stagger)
        if done:
            break
    try:
        return await winner
    finally:
        for t in tasks:
            t.cancel()
async def main():
    print(await eyeballs([("v6", 3, False), ("v4", 1, True), ("alt", 1, True)], 0.25))
    try:
        await eyeballs([("a", 1, False), ("b", 0.1, False)], 0.5)
    except* OSError as g:
        print([str(e) for e in g.exceptions])
asyncio.run(main())
