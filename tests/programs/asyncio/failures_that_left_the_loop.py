# What the exceptions that leave asyncio.run() hold, and until when.
import asyncio

def noisy(name):
    try:
        yield name
    finally:
        print("end of", name)

def hold(name):
    g = noisy(name)
    next(g)
    return g

class Loud(Exception):
    pass

async def fails(name, error):
    g = hold(name)
    raise error

async def with_task(error):
    g = hold("outer")
    t = asyncio.create_task(fails("in a task", error))
    await t

async def group(error):
    g = hold("group")
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fails("first", error))
        tg.create_task(fails("second", error))
        await asyncio.sleep(1)

async def left():
    g = hold("left")
    t = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    t.add_done_callback(lambda t, g=g: print("done", t.cancelled()))
    undefined

for make in (lambda: fails("plain", Loud(1)), lambda: with_task(Loud(3)),
             lambda: group(Loud(4)), left):
    try:
        asyncio.run(make())
    except BaseException as e:
        print(type(e).__name__, e)
    print("--")
loop = asyncio.new_event_loop()
for make in (lambda: fails("plain in a loop", Loud(5)),):
    try:
        loop.run_until_complete(make())
    except BaseException as e:
        print(type(e).__name__, e)
    print("--")
with asyncio.Runner() as runner:
    for make in (lambda: fails("plain in a runner", Loud(5)), lambda: with_task(Loud(7))):
        try:
            runner.run(make())
        except BaseException as e:
            error = e
            print(type(e).__name__, e)
        print("--")


def raises():
    try:
        yield
    finally:
        raise KeyError("with its line")

async def lost():
    try:
        undefined
    except NameError as e:
        kept = e
        g = raises()
        next(g)
        raise

try:
    asyncio.run(lost())
except NameError as e:
    print(e)
print("over")
