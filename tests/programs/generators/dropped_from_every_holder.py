def g(n, log):
    try:
        yield n
    finally:
        log.append(n)
log = []
def f():
    a = g(1, log); next(a)
    b = g(2, log); next(b)
    raise KeyError
try: f()
except KeyError: print(log)
print(log)
x = g(3, log); next(x)
x = None; print(log)
l = [g(i, log) for i in (4, 5, 6)]
for i in l: next(i)
l.pop(0); print(log)
i = None
l[0] = 0; print(log)
del l; print(log)
d = {"a": g(7, log)}; next(d["a"])
d["a"] = 1; print(log)
d = {"a": g(8, log)}; next(d["a"]); d.clear(); print(log)
def h():
    c = g(9, log); next(c)
    yield
    print("never")
y = h(); next(y); y.close(); print(log)
def k(c):
    return 1
k((lambda z: (next(z), z))(g(10, log))); print(log)
for v in g(11, log): break
print(log)
def w():
    for v in g(12, log): return v
print(w(), log)
t = (g(13, log), 1); next(t[0]); t = None; print(log)
class A: pass
o = A(); o.g = g(14, log); next(o.g); o.g = None; print(log)
o.g = g(15, log); next(o.g); del o; print(log)
e = enumerate(g(16, log)); next(e); del e; print(log)
m = map(str, g(17, log)); next(m); m = 0; print(log)
z = zip(g(18, log), g(19, log)); next(z); del z; print(log)
s = g(20, log); next(s); r = [s]; s = None; print(log); r = []; print(log)
