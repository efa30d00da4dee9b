def g(n):
    try:
        yield n
    finally:
        print("closing", n)
def mk(n):
    x = g(n)
    next(x)
    return x
a = [mk("in list a")]
b = {"k": mk("in dict b")}
c = mk("c")
class H: pass
h = H()
h.g = mk("in h")
d = (mk("in tuple d1"), mk("in tuple d2"))
_u = mk("_u")
_l = [mk("in _l")]
def f():
    pass
f.g = mk("attr of function f")
class C:
    g = mk("class attr")
z = mk("z")
