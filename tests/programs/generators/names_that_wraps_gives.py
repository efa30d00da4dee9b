import functools


def traced(f):
    @functools.wraps(f)
    def wrapper(*args):
        yield from f(*args)
    return wrapper


@traced
def counter(n):
    yield n


g = counter(3)
print(g.__name__, g.__qualname__)
print(repr(g).split(" at ")[0])
print(next(g))
g.__name__ = "other"
print(g.__name__, repr(g).split(" at ")[0])
for wrong in (3, None):
    try:
        g.__name__ = wrong
    except TypeError as e:
        print(e)
    try:
        counter.__qualname__ = wrong
    except TypeError as e:
        print(e)
h = counter(4)
print(h.__name__, next(h))


def outer():
    def inner():
        print(it.gi_yieldfrom, it.gi_running)
        yield 1
        print(it.gi_yieldfrom, it.gi_running)
    yield from inner()
    yield 2


it = outer()
print(it.gi_yieldfrom)
next(it)
print(it.gi_yieldfrom.__name__)
next(it)
print(it.gi_yieldfrom)
