from collections import deque
class D(deque):
    def __iter__(self):
        print("iter"); return super().__iter__()
    def __len__(self):
        print("len"); return super().__len__() + 10
    def append(self, x): print("append", x); super().append(x)
    def appendleft(self, x): print("appendleft", x); super().appendleft(x)
def gen(*a):
    for x in a: yield x
def t(name, f):
    try:
        r = repr(f())
        print(name, r)
    except Exception as e: print(name, type(e).__name__, e)
d = D([1, 2])
t("gen", lambda: list(D(gen(1, 2))))
t("list", lambda: list(d)); t("tuple", lambda: tuple(d)); t("len", lambda: len(d)); t("bool", lambda: bool(D()))
t("in", lambda: 1 in d); t("repr", lambda: repr(d)); t("extend", lambda: d.extend(gen(3))); t("extendleft", lambda: d.extendleft(gen(0)))
t("extendself", lambda: d.extend(d)); t("copy", lambda: d.copy()); t("+", lambda: d + D([1])); t("*", lambda: D([1]) * 2)
t("==", lambda: d == D([1])); t("<", lambda: D([1]) < D([2])); t("<", lambda: D([1]) < deque([1, 2])); t(">=", lambda: deque([1, 2]) >= D([1,2])); t("!=", lambda: deque([1, 3]) != D([1,2]))
t("<=", lambda: D([1, 2]) <= D([1])); t(">", lambda: D([1, 2]) > D([1])); t("==", lambda: D([1, 2]) == D([1, 2])); t("!=", lambda: D([1, 2]) != D([1, 2]))
t("index", lambda: d.index(2)); t("count", lambda: d.count(2)); t("unpack", lambda: [*d]); t("call", lambda: (lambda *a: a)(*d)); t("sum", lambda: sum(d)); t("sorted", lambda: sorted(d))
t("reversed", lambda: list(reversed(d))); t("getitem", lambda: d[0]); t("neg", lambda: d[-1]); t("zip", lambda: list(zip(d, d))); t("max", lambda: max(d)); t("any", lambda: any(D()))
def a(): 
    x, y = D([1, 2]); return x, y
t("assign", a)
t("set", lambda: set(D([1]))); t("join", lambda: ",".join(D("ab"))); t("+=", lambda: d.__iadd__(gen(7)))
t("setextend", lambda: [].extend(D([1])))
t("iterself", lambda: deque([1]).extend(5))
e = deque([1, 2])
t("mut", lambda: e.extend(iter(e)))
e = deque([1, 2], maxlen=2)
t("maxself", lambda: (e.extend(e), e)); t("ml", lambda: deque(gen(1, 2, 3), 2)); t("ml0", lambda: deque(gen(1, 2, 3), 0)); t("left", lambda: (e.extendleft(gen(7, 8, 9)), e))
def bad():
    yield 1
    raise KeyError
t("bad", lambda: deque(bad()))
e = deque()
t("iadd", lambda: e.__iadd__(bad())); print(e)
class H:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
    def __len__(self): print("H len"); return 3
    def __length_hint__(self): print("H hint"); return 3
t("hint", lambda: deque(H())); t("hint2", lambda: e.extend(H())); t("hint3", lambda: list(H()))
class L(list):
    def append(self, x): print("L append"); super().append(x)
    def __iter__(self): print("L iter"); return super().__iter__()
    def __len__(self): print("L len"); return super().__len__()
t("L", lambda: list.__len__(L(gen(1, 2)))); l = L(); t("Le", lambda: l.extend(gen(1))); t("Li", lambda: l.__iadd__(gen(1))); t("list", lambda: list(l)); t("tuple", lambda: tuple(l)); t("bool", lambda: bool(l))
t("ext", lambda: [].extend(l)); t("==", lambda: l == [1, 1]); t("unp", lambda: [*l]); t("join", lambda: ",".join(L(["a"]))); t("sorted", lambda: sorted(l)); t("in", lambda: 1 in l); t("+", lambda: l + l); t("sum", lambda: sum(l)); t("min", lambda: min(l))
t("rev", lambda: list(reversed(l))); t("enum", lambda: list(enumerate(l))); t("set", lambda: set(l)); t("deq", lambda: deque(l)); t("dictfk", lambda: dict.fromkeys(l)); t("f", lambda: (lambda *a: a)(*l)); t("slice", lambda: l[:]); t("copy", lambda: l.copy())
