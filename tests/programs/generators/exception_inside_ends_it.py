def g():
    yield 1
    raise ValueError("inside")
    yield 2


it = g()
print(next(it))
try:
    next(it)
except ValueError as e:
    print(e)
print(next(it, "finished"), it.gi_frame)


def consumer(it):
    try:
        for x in it:
            print("item", x)
    except ValueError as e:
        print("consumer saw", e)
        raise KeyError("translated") from e


try:
    consumer(g())
except KeyError as e:
    print(e, repr(e.__cause__))
