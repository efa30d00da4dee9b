# A generator that yields when it is dropped: standard error shows who dropped it.


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("no")
    yield 2


def drop():
    g = stubborn()
    next(g)
    del g
    print("dropped")


drop()
