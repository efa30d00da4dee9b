import asyncio
from functools import partial
def note(name, *args, sep="-"):
    print(name, *args, sep=sep)
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(partial(note, "soon", sep="+"), 1, 2)
    loop.call_later(1, partial(note, "later", 3))
    t = asyncio.create_task(asyncio.sleep(2, "slept"))
    t.add_done_callback(partial(lambda tag, t: print(tag, t.result()), "done:"))
    await t
    await asyncio.sleep(0)
asyncio.run(main())
