# The place of an ignored error: the end of a loop, a condition, a store.
def stubborn():
    try:
        yield 1
    finally:
        yield 2
def made():
    g = stubborn(); next(g)
    return g
def inner():
    g = made()
    yield 1
def f1():
    for i in inner():
        continue
def f2():
    for i in inner():
        pass
def f3():
    for i in [made()]:
        i = 1
def f4():
    for i in [made(), 1]:
        pass
def f5():
    for i in iter([made(), 1]):
        continue
def f6():
    for i in map(lambda g: 1, [made()]):
        print("body")
def f7():
    for i in inner(): print("one line")
def f8():
    i = made()
    for i in inner():
        print("body")
def f9():
    return [i for i in inner()]
def f10():
    for i, j in zip(inner(), inner()):
        print("body")
    else:
        print("else")
def f11():
    for i in (x for x in inner()):
        continue
def f12():
    a = list(inner())
    a, = inner()
def f13():
    a = yield from inner()
def f14():
    g = made()
    for i in inner():
        g = None
class It:
    def __init__(self): self.g = made()
    def __iter__(self): return self
    def __next__(self):
        g, self.g = self.g, None
        if g is None: raise StopIteration
        return g
def f15():
    for i in It():
        continue
def f16():
    i = made()
    for i in It():
        i = 3
def f17():
    i = made()
    for i in range(1): pass
def f18():
    i = made()
    with open_() as i: pass
class open_:
    def __enter__(self): return 1
    def __exit__(self, *a): return
def f19():
    i = made()
    try:
        raise KeyError
    except KeyError as i:
        pass
def f20():
    i = made()
    (i := 1)
def f21():
    i = made()
    i, j = 1, made()
    j = i
def f22():
    i = made()
    i += 1 if False else 0
for f in (f1,f2,f3,f4,f5,f6,f7,f8,f9,f10,f11,f12,lambda: list(f13()),f14,f15,f16,f17,f18,f19,f20,f21,f22):
    print(f.__name__)
    try:
        f()
    except TypeError: pass
