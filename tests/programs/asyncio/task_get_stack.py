import asyncio
async def inner():
    await asyncio.sleep(1)
    raise ValueError("inner")
async def outer():
    x = 1
    await inner()
def show(t):
    return [(t.get_stack()[i].f_code.co_name, t.get_stack()[i].f_lineno) for i in range(len(t.get_stack()))]
async def main():
    t = asyncio.create_task(outer())
    print(show(t))
    await asyncio.sleep(0)
    print(show(t), t.get_stack()[0].f_locals, t.get_stack(limit=0))
    await asyncio.wait([t])
    print(show(t), len(t.get_stack(limit=1)))
    print(t.exception())
    done = asyncio.create_task(asyncio.sleep(0))
    await done
    print(done.get_stack())
asyncio.run(main())
