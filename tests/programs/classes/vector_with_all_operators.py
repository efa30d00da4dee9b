class V:
    def __init__(self, *c): self.c = c
    def __add__(self, o): return V(*(a + b for a, b in zip(self.c, o.c))) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return V(*(x * k for x in self.c))
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.c, o.c))
    def __neg__(self): return self * -1
    def __eq__(self, o): return isinstance(o, V) and self.c == o.c
    def __hash__(self): return hash(self.c)
    def __bool__(self): return any(self.c)
    def __len__(self): return len(self.c)
    def __getitem__(self, i): return self.c[i]
    def __iter__(self): return iter(self.c)
    def __contains__(self, x): return x in self.c
    def __call__(self, f): return V(*map(f, self.c))
    def __repr__(self): return "V" + repr(self.c)
    def __format__(self, spec): return "(" + ", ".join(format(x, spec) for x in self.c) + ")"
    def __iadd__(self, o):
        print("iadd")
        return self + o
    def __lt__(self, o): return self.c < o.c
a, b = V(1, 2), V(3, 4)
print(a + b, 2 * a, a * 2, a @ b, -a, a == V(1, 2), hash(a) == hash(V(1, 2)), bool(V(0, 0)), len(a), a[1], a[::-1], list(a), 2 in a, a(str))
print(sum([a, b]), f"{a:.2f}|{b:>4}", sorted([b, a]), max(a, b), {a: 1}[V(1, 2)])
a += b
print(a)
try: a + 1
except TypeError as e: print(e)
try: 1 + a
except TypeError as e: print(e)
try: a - b
except TypeError as e: print(e)
try: a <= b
except TypeError as e: print(e)
x, y = a
print(x, y, [*a], (lambda *k: k)(*a), dict(zip("ab", a)))
