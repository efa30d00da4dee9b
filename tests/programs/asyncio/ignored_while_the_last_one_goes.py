# As in the other program, where the module warnings is there already: it gives the line.
import asyncio


async def never():
    pass


def kept():
    try:
        yield
    finally:
        never()
        raise ValueError("while closing")


def fail():
    held = kept()
    next(held)
    raise KeyError(1)


fail()
