def a():
    raise ValueError("a")


def b():
    try:
        a()
    except ValueError as e:
        raise KeyError("b") from e


def c():
    try:
        b()
    except KeyError:
        raise TypeError("c")


try:
    c()
except TypeError as e:
    while e:
        print(repr(e), repr(e.__cause__), repr(e.__context__))
        e = e.__cause__ or e.__context__
