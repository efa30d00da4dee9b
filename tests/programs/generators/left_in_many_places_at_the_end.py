# chains, closures, methods, classes, partial deaths at the end
def g(n, hold=None):
    try:
        yield n
    finally:
        print("closing", n)
def chain(n, inner):
    try:
        yield from inner
    finally:
        print("chain closing", n)
def mk(n, h=None):
    x = g(n, h)
    next(x)
    return x
def start(x):
    next(x)
    return x
inner = mk("inner held too")
inner2 = g("inner2")
o = start(chain("o", inner2))
lst = [start(chain("in list", g("delegated in list")))]
del inner2
class Box:
    def __init__(self, *gens):
        self.gens = gens
        self.d = {}
    def add(self, k, n):
        self.d[k] = mk(n)
b = Box(mk("box1"), mk("box2"))
b.add("x", "box.x")
b.add("y", "box.y")
holder = mk("holder", [mk("held by holder")])
def closure():
    z = mk("in closure")
    def f():
        return z
    return f
fn = closure()
m = b.add
s = {1: {2: {3: mk("deep dict")}}}
st = {mk("in set")}
it = iter([mk("in list iterator"), 2])
mp = map(lambda x: x, [mk("in map list")])
from functools import partial
p = partial(print, mk("in partial"))
from collections import deque
dq = deque([mk("deque 1"), mk("deque 2")])
def deflt(a=mk("default")): pass
def kwdef(*, a=mk("kwdefault")): pass
exc = ValueError(mk("in exception args"))
def raiser():
    loc = mk("local in a kept traceback")
    raise KeyError(loc)
try:
    raiser()
except KeyError as err:
    kept = err
class K:
    a = mk("class a")
    b = [mk("class b")]
    def meth(self, d=mk("method default")): pass
    class Inner:
        c = mk("Inner.c")
k = K()
k.x = mk("k.x")
k.y = [mk("k.y")]
gens = [mk("gens %d" % i) for i in range(4)]
dd = dict(a=mk("dd.a"), b=[mk("dd.b")])
nested = [[mk("n1"), [mk("n2")]], (mk("n3"), [mk("n4")])]
lam = lambda q=mk("lambda default"): q
empty = {}
empty["late"] = mk("late in dict")
el = []
el.append(mk("late in list"))
el.append([mk("late in list in list")])
