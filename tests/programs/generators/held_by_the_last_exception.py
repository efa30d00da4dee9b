# What stands in cycles with the exception that ends the program is closed at the end, in order.
def kept(name, inner=None):
    try:
        yield name
    finally:
        print("end of", name)

class Holder:
    pass

early = kept("early")
next(early)

def fail(depth):
    mine = kept(f"mine {depth}")
    next(mine)
    if depth:
        try:
            fail(depth - 1)
        except LookupError as e:
            error = e
            other = kept(f"other {depth}")
            next(other)
            raise ValueError(depth) from error
    else:
        [][0]

def hold():
    h = Holder()
    h.gen = kept("held")
    next(h.gen)
    h.me = h
    try:
        fail(2)
    finally:
        late = kept("late")
        next(late)

def stubborn():
    try:
        {}["a"]
    finally:
        try:
            yield 1
        except BaseException as e:
            print("stubborn ends", repr(e), repr(e.__context__))

def in_finally():
    try:
        undefined()
    finally:
        try:
            raise TypeError(1)
        except TypeError:
            g = stubborn()
            next(g)

def both():
    try:
        hold()
    finally:
        in_finally()

top = kept("top")
next(top)
both()
