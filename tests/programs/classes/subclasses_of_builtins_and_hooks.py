class Stack(list):
    def push(self, x):
        self.append(x)
        return self
    @property
    def top(self): return self[-1]
    def __repr__(self): return f"Stack({super().__repr__()})"
s = Stack([1]).push(2).push(3)
print(s, s.top, len(s), s[0:2], type(s[0:2]), s == [1, 2, 3], s + [4], type(s + [4]))
class D(dict):
    def __missing__(self, k):
        print("missing", k)
        self[k] = v = []
        return v
d = D()
d["a"].append(1); d["a"].append(2); print(d, d.get("zz"), "zz" in d)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __getattr__(self, n):
        if n == "first": return self[0]
        raise AttributeError(n)
t = T(1, 2, 3)
print(t, t.first, t[1:], type(t[1:]), hash(t) == hash((1, 2, 3)), t == (1, 2, 3))
try: t.second
except AttributeError as e: print("AE", e)
class Base:
    def __init__(self): print("Base init"); self.setup()
    def setup(self): print("Base setup")
class Child(Base):
    def __init__(self, n):
        self.n = n
        super().__init__()
        print("Child init")
    def setup(self):
        super().setup()
        print("Child setup", self.n)
Child(4)
class P:
    __secret = 1
    def get(self): return self.__secret
    def _prot(self): return "p"
p = P()
print(p.get(), p._P__secret, p._prot())
try: p.__secret
except AttributeError as e: print(e)
class Cnt:
    n = 0
    def __init__(self): Cnt.n += 1; self.n += 10
a, b = Cnt(), Cnt()
print(a.n, b.n, Cnt.n, a.__class__.n)
def method(self, x): return (self.n, x)
Cnt.meth = method
print(a.meth(3), Cnt.meth(b, 4), a.meth.__func__ is method, a.meth.__self__ is a)
a.bound = lambda: "inst"
print(a.bound())
