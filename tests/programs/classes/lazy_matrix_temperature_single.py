import functools
@functools.total_ordering if hasattr(functools, "total_ordering") else (lambda c: c)
class V:
    def __init__(self, *p): self.p = p
    def __eq__(self, o): return self.p == o.p
    def __lt__(self, o): return self.p < o.p
    def __repr__(self): return ".".join(map(str, self.p))
print(sorted([V(1, 2), V(1), V(0, 9)]), V(1) == V(1), V(1) != V(2))
class Lazy:
    def __init__(self, f): self.f = f
    def __getattr__(self, n):
        print("compute", n)
        v = self.f(n)
        setattr(self, n, v)
        return v
l = Lazy(str.upper)
print(l.abc, l.abc, vars(l).keys())
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __getitem__(self, ij):
        if isinstance(ij, tuple):
            i, j = ij
            if isinstance(i, slice): return [r[j] for r in self.rows[i]]
            return self.rows[i][j]
        return self.rows[ij]
    def __setitem__(self, ij, v):
        i, j = ij
        self.rows[i][j] = v
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __str__(self): return "\n".join(" ".join(f"{v:3}" for v in r) for r in self.rows)
    def __delitem__(self, i): del self.rows[i]
m = Matrix([[1, 2], [3, 4]])
m[0, 1] += 5
print(m @ m, m[1], m[:, 0], m[1, 1], sep="\n")
del m[0]; print(m)
class Temp:
    def __init__(self): self._c = 0
    @property
    def f(self):
        "fahrenheit"
        return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v):
        if v < -459.67: raise ValueError("too cold")
        self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self): print("deleted"); self._c = 0
t = Temp(); t.f = 212; print(t._c, Temp.f.__doc__)
try: t.f = -500
except ValueError as e: print(e)
del t.f; print(t.f)
class Single:
    _i = None
    def __new__(cls, *a):
        if cls._i is None:
            print("creating"); cls._i = super().__new__(cls)
        return cls._i
    def __init__(self, v): self.v = v
print(Single(1) is Single(2), Single(3).v)
