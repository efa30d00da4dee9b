def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def other_error():
    try:
        yield 1
    finally:
        raise KeyError("while closing")


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
o = other_error()
next(o)
try:
    o.close()
except KeyError as e:
    print("KeyError", e, repr(e.__context__))
