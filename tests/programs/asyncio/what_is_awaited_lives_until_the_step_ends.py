# The future that woke a task is held until that step of the task is over, and with it its result
# or exception; what a group raises is held by the frame in its own traceback.
import asyncio


def gen(name):
    try:
        yield name
    finally:
        print("end of", name)


async def fails(name):
    held = gen(name)
    next(held)
    raise ValueError(name)


async def gives(name):
    held = gen(name)
    next(held)
    return held


async def steps():
    print(len(await asyncio.gather(fails("a"), gives("b"), return_exceptions=True)))
    print("still the step")
    await asyncio.sleep(0)
    print("next step")
    await asyncio.create_task(gives("c"))
    print("still the step")
    await asyncio.sleep(0)
    print("next step")
    try:
        await asyncio.create_task(fails("d"))
    except ValueError as e:
        print("failed", e)
    print("still the step")
    await asyncio.sleep(0)
    print("next step")


async def group():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fails("e"))
    except* ValueError as e:
        print("group", e.exceptions)
    await asyncio.sleep(0)
    print("after the group")


async def main():
    await steps()
    await group()
    print(len(await asyncio.gather(gives("f"), fails("g"), return_exceptions=True)) and 1)


asyncio.run(main())
print("over")
