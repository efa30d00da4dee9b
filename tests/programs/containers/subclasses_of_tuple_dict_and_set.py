def t(name, f):
    try:
        r = repr(f())
        print(name, r)
    except Exception as e: print(name, type(e).__name__, e)
class T(tuple):
    def __iter__(self): print("iter"); return iter([7, 8])
    def __len__(self): print("len"); return 5
    def __getitem__(self, i): print("get", i); return tuple.__getitem__(self, i)
    def __contains__(self, x): print("contains"); return True
x = T((1, 2))
t("len", lambda: len(x)); t("bool", lambda: bool(x)); t("list", lambda: list(x)); t("tuple", lambda: tuple(x)); t("in", lambda: 9 in x); t("repr", lambda: repr(x)); t("+", lambda: x + x); t("+2", lambda: (0,) + x); t("*", lambda: x * 2)
t("==", lambda: x == (1, 2)); t("<", lambda: x < (1, 3)); t("hash", lambda: hash(x) == hash((1, 2))); t("unp", lambda: [*x]); t("call", lambda: (lambda *a: a)(*x)); t("sum", lambda: sum(x)); t("sorted", lambda: sorted(x)); t("rev", lambda: list(reversed(x)))
def a():
    p, q = x; return p, q
t("assign", a)
def b():
    p, *q = x; return p, q
t("assign2", b); t("zip", lambda: list(zip(x, x))); t("set", lambda: set(x)); t("%", lambda: "%s %s" % x); t("join", lambda: ",".join(T(("a", "b")))); t("dict", lambda: dict([x])); t("idx", lambda: x.index(2)); t("count", lambda: x.count(2)); t("slice", lambda: x[:1]); t("isinst", lambda: isinstance(1, T((int,)))); t("ext", lambda: [0].__iadd__(x)); t("max", lambda: max(x)); t("enumerate", lambda: list(enumerate(x))); t("for", lambda: [y for y in x]); t("all", lambda: all(x)); t("starts", lambda: "abc".startswith(T(("a",)))); t("fromkeys", lambda: dict.fromkeys(x)); t("print", lambda: print(x)); t("str", lambda: str(x)); t("format", lambda: f"{x}"); t("map", lambda: list(map(str, x))); t("iter", lambda: next(iter(x))); t("yieldfrom", lambda: list((lambda: (yield from x))())); t("not", lambda: not x); t("if", lambda: 1 if x else 2); t("display", lambda: {*x}); t("tuple2", lambda: (*x, 1)); t("update", lambda: {0}.union(x)); t("upd", lambda: dict(T((T((1, 2)),))))
def c():
    try: raise KeyError
    except T((KeyError,)): return "caught"
t("except", c)
class E(tuple):
    def __len__(self): return 0
t("E", lambda: (bool(E((1,))), list(E((1,))), len(E((1,))), E((1, 2))[-1]))
class F(tuple):
    def __iter__(self): return (x * 10 for x in tuple.__iter__(self))
f = F((1, 2, 3))
t("F", lambda: (list(f), tuple(f), sum(f), max(f), [*f], f[0], f[1:], len(f), f == (1, 2, 3), sorted(f), list(zip(f)), f + (4,)))
class B(dict):
    def __iter__(self): print("dict iter"); return super().__iter__()
    def __len__(self): print("dict len"); return super().__len__()
    def keys(self): print("dict keys"); return super().keys()
    def __getitem__(self, k): print("dict get", k); return super().__getitem__(k)
d = B(a=1)
t("dict", lambda: dict(d)); t("list", lambda: list(d)); t("bool", lambda: bool(d)); t("**", lambda: (lambda **k: k)(**d)); t("{**}", lambda: {**d}); t("update", lambda: {}.update(d)); t("==", lambda: d == {"a": 1}); t("in", lambda: "a" in d); t("get", lambda: d.get("a")); t("repr", lambda: repr(d)); t("items", lambda: list(d.items())); t("copy", lambda: d.copy()); t("|", lambda: d | {}); t("|2", lambda: {} | d); t("sorted", lambda: sorted(d)); t("set", lambda: set(d))
class S(set):
    def __iter__(self): print("set iter"); return super().__iter__()
    def __len__(self): print("set len"); return super().__len__()
    def __contains__(self, x): print("set contains"); return super().__contains__(x)
    def add(self, x): print("set add"); super().add(x)
s = S([1, 2])
t("set", lambda: set(s)); t("list", lambda: list(s)); t("bool", lambda: bool(s)); t("|", lambda: s | {3}); t("-", lambda: s - {1}); t("==", lambda: s == {1, 2}); t("<=", lambda: s <= {1, 2, 3}); t("in", lambda: 1 in s); t("upd", lambda: {0}.update(s)); t("repr", lambda: repr(s)); t("fz", lambda: frozenset(s)); t("sorted", lambda: sorted(s)); t("gen", lambda: set.__len__(S(x for x in "ab")))
