# The exception that ended the program holds frames until the first collection is over. What
# they held is ended as it goes: the source can still be read, most modules cannot be imported.
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
