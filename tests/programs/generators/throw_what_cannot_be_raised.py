class Bad(Exception):
    def __init__(self):
        raise LookupError("made badly")
class NotMade(Exception):
    def __new__(cls):
        return 5
def inner(name):
    try:
        while True:
            try:
                print(name, "got", (yield name))
            except Exception as e:
                print(name, "caught", repr(e), repr(e.__context__))
    finally:
        print(name, "ends")
def outer(make, handle):
    while True:
        try:
            if handle:
                try:
                    raise KeyError("handled outside")
                except KeyError:
                    yield from make("inner")
            else:
                yield from make("inner")
        except Exception as e:
            print("outer caught", repr(e), repr(e.__context__))
class Own:
    def __init__(self, name):
        self.name = name
    def __iter__(self):
        return self
    def __next__(self):
        return self.name
class WithThrow(Own):
    def throw(self, *args):
        print("thrown", [type(a).__name__ for a in args])
        raise OSError("from throw()")
for thrown in ((7,), (int,), (ValueError(1), 2), (ValueError, 1, 3), (Bad,), (NotMade,), (ValueError, ValueError(3))):
    for what in (inner, Own, WithThrow):
        for handle in (False, True):
            g = outer(what, handle)
            next(g)
            try:
                print("gave", g.throw(*thrown))
            except BaseException as e:
                print("out", repr(e), repr(e.__context__))
    g = inner("alone")
    next(g)
    try:
        print("gave", g.throw(*thrown))
    except BaseException as e:
        print("out", repr(e), repr(e.__context__))
g = None
