import sys
def a():
    try:
        b()
    except ZeroDivisionError:
        yield sys.exc_info()[0] if hasattr(sys, "exc_info") else None
        yield 2
        raise
def b(): 1 / 0
g = a()
print(next(g))
try:
    raise KeyError("main")
except KeyError as e:
    print(next(g))
    try: next(g)
    except ZeroDivisionError as z: print(repr(z), repr(z.__context__))
def c():
    try:
        raise ValueError("c")
    except ValueError:
        yield 1
        raise TypeError("after")
g = c(); next(g)
try:
    raise IndexError("idx")
except IndexError:
    try: next(g)
    except TypeError as t: print(repr(t.__context__), repr(t.__context__.__context__))
def d():
    yield 1
    raise TypeError("plain")
g = d(); next(g)
try:
    raise IndexError("idx")
except IndexError:
    try: next(g)
    except TypeError as t: print(repr(t.__context__))
