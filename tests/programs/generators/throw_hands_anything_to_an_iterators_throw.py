class Catcher:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        print("throw", args)
        return "caught"


class Deaf:
    def __iter__(self):
        return self

    def __next__(self):
        return 1


def delegate(x):
    yield from x


def attempt(f, *args):
    try:
        print(" ", f(*args))
    except (TypeError, ValueError, StopIteration) as e:
        print(" ", type(e).__name__, e)


for inner in (Catcher, Deaf):
    print(inner.__name__)
    for args in ((1,), ("x",), (int,), (ValueError,), (ValueError("q"), 1), (1, 2), (ValueError, 1, 2), (None,)):
        g = delegate(inner())
        next(g)
        attempt(g.throw, *args)
        attempt(next, g)
    g = delegate(inner())
    attempt(g.throw, 1)
