# What is thrown into a coroutine through one that handles an exception gets that as its context,
# and CPython 3.11 then loses the entries of the traceback that no handler had put away.
import asyncio


class Manager:
    def __init__(self, leave):
        self.leave = leave

    async def __aenter__(self):
        pass

    async def __aexit__(self, *args):
        await self.leave()


async def sleeps():
    await asyncio.get_running_loop().create_future()


async def through():
    await sleeps()


async def catches():
    try:
        await sleeps()
    finally:
        print("catches")


async def plain_exit():
    async with Manager(sleeps):
        pass


async def failed_exit():
    async with Manager(through):
        1 // 0


async def failed_exit_that_catches():
    async with Manager(catches):
        1 // 0


async def handler():
    try:
        1 // 0
    except ZeroDivisionError:
        await through()


async def finally_():
    try:
        1 // 0
    finally:
        await catches()


async def future():
    try:
        1 // 0
    finally:
        await asyncio.get_running_loop().create_future()


async def outer():
    await handler()


async def handled_twice():
    try:
        [][0]
    except IndexError:
        await handler()


def own(tb):
    while tb:
        yield tb.tb_frame.f_code.co_name
        tb = tb.tb_next


async def run(coro):
    task = asyncio.create_task(coro())
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as e:
        print(coro.__name__, list(own(e.__traceback__)), repr(e.__context__))


async def main():
    for coro in plain_exit, failed_exit, failed_exit_that_catches, handler, finally_, future, outer, handled_twice:
        await run(coro)


asyncio.run(main())


def inner():
    yield 1


def delegate():
    yield from inner()


def delegate_that_handles():
    try:
        1 // 0
    except ZeroDivisionError:
        yield from delegate()


g = delegate_that_handles()
next(g)
try:
    g.throw(KeyError(1))
except KeyError as e:
    print(list(own(e.__traceback__)), repr(e.__context__))
