import asyncio


def attempt(f, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Own(asyncio.Future):
    pass


async def main():
    f, t = asyncio.get_running_loop().create_future(), asyncio.current_task()
    attempt(asyncio.Future, 1)
    attempt(asyncio.Future, x=1)
    attempt(asyncio.Task)
    attempt(asyncio.Task, 1, 2, 3)
    attempt(asyncio.Task, coroutine=1)
    attempt(lambda: f.colour)
    attempt(lambda: t.colour)
    attempt(lambda: asyncio.Task.colour)
    attempt(lambda: t + 1)
    attempt(lambda: len(f))
    attempt(f)
    attempt(lambda: f < 1)
    attempt(lambda: Own().colour)
    attempt(Own, 1)
    print(type(f), asyncio.Task)


asyncio.run(main())
