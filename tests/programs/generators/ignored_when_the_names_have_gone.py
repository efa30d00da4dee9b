# In the last collection no source can be read, and a warning is one line.
async def never():
    pass


def kept():
    try:
        yield
    finally:
        never()
        raise ValueError("while closing")


held = kept()
next(held)
