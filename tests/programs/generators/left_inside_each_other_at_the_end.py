def outer():
    def inner():
        try:
            yield 1
        finally:
            print("inner closing")
    x = [inner()]
    next(x[0])
    try:
        yield
    finally:
        print("outer closing")
o = outer()
next(o)
lst = [o]
del o
def loop(n):
    me = yield
    try:
        yield
    finally:
        print("loop", n)
p = loop(1); next(p); p.send(p)
q = loop(2); next(q); q.send(q)
def two(n):
    global keep
    try:
        yield n
    finally:
        keep = mk("made at end")
        print("two", n)
def mk(n):
    x = two(n); next(x); return x
t = [mk("t")]
