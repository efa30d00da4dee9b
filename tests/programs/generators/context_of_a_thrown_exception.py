def g():
    try:
        yield 1
    except ValueError as e:
        raise KeyError("new") from e


it = g()
next(it)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        it.throw(ValueError("thrown"))
except KeyError as e:
    print(repr(e), repr(e.__cause__), repr(e.__cause__.__context__))


def handling():
    try:
        raise IndexError("in the generator")
    except IndexError:
        yield "suspended in a handler"
        try:
            raise TypeError("later")
        except TypeError as e:
            print(repr(e.__context__))


h = handling()
next(h)
try:
    raise OSError("outside")
except OSError:
    next(h, None)
