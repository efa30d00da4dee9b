import asyncio
import functools
import types


async def give(box):
    return box


async def await_it(other):
    try:
        await other
    except asyncio.CancelledError:
        pass


async def main():
    alone = asyncio.get_running_loop().create_future()
    alone.set_result([alone])
    print(alone)
    one, two = asyncio.Future(), asyncio.Future()
    one.set_result(two)
    two.set_result({1: one})
    print(one, two)
    box = []
    task = asyncio.create_task(give(box), name="t")
    box.append(task)
    await task
    print(str(task).split(" coro")[0], str(task).split("result=")[1])
    waits = asyncio.Future()
    first = asyncio.create_task(await_it(waits), name="first")
    second = asyncio.create_task(await_it(first), name="second")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(repr(second).count("wait_for"), repr(second).count("cb=["))
    waits.set_result(None)
    await second


asyncio.run(main())
call = functools.partial(print, 1)
call.keywords["more"] = call
print(call)
space = types.SimpleNamespace(a=1)
space.me = space
space.all = [space]
print(space)


class Room(types.SimpleNamespace):
    pass


room = Room(x=1)
room.y = room
print(room)
