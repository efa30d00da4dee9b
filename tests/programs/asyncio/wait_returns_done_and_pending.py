import asyncio
async def f(n, fail=False):
    await asyncio.sleep(n)
    if fail:
        raise KeyError(n)
    return n
def names(ts):
    return [t.get_name() for t in ts]
async def main():
    def start(*specs):
        return [asyncio.create_task(f(n, bad), name=f"{n}") for n, bad in specs]
    done, pending = await asyncio.wait(start((2, False), (1, False)))
    print(names(done), names(pending))
    done, pending = await asyncio.wait(start((2, False), (1, False), (3, False)), return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    print(names((await asyncio.wait(pending))[0]))
    done, pending = await asyncio.wait(start((2, True), (1, False), (3, False)), return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(start((2, False), (1, False), (3, False)), timeout=1.5)
    print(names(done), names(pending), asyncio.get_running_loop().time())
    for t in pending:
        t.cancel()
    done, pending = await asyncio.wait(pending)
    print(names(done), [t.cancelled() for t in done], pending)
asyncio.run(main())
