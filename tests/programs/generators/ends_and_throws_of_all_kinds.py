def f():
    try:
        yield 1
    except GeneratorExit:
        print("f exit"); return 5
def g():
    r = yield from f()
    print("r", r)
x = g(); next(x); print(x.close())
def h():
    try:
        yield
    except BaseException as e:
        print(type(e).__name__, e.args); yield "again"
x = h(); next(x); print(x.throw(KeyboardInterrupt("k")))
try: next(x)
except StopIteration: print("done")
x = h(); next(x); print(x.throw(SystemExit, 4))
x = h(); next(x); print(x.throw(ValueError, ValueError("inst")))
x = h(); next(x); print(x.throw(ValueError, ("a", "b")))
x = h(); next(x); print(x.throw(ValueError, None))
x = h(); next(x)
try: x.throw("str")
except TypeError as e: print(e)
class MyExc(Exception):
    def __init__(self, a): super().__init__(a, "extra"); print("made", a)
x = h(); next(x); print(x.throw(MyExc, 3))
def inner():
    try: yield 1
    finally: print("inner finally")
def mid():
    it = inner()
    for v in it:
        yield v
x = mid(); next(x); x.close(); print("closed")
x = mid(); next(x); x = None
def deep(n):
    if n: yield from deep(n - 1)
    else:
        v = yield "bottom"
        print("bottom got", v)
        yield "bye"
d = deep(50); print(next(d), d.send("x"), list(d))
def twice():
    yield (yield 1)
t = twice(); print(next(t), t.send("echo"), next(t, "over"))
def lots(): return (yield 1), (yield 2), [(yield 3), (yield 4)], {(yield 5): (yield 6)}
t = lots(); r = []
try:
    v = next(t)
    while True: r.append(v); v = t.send(v * 10)
except StopIteration as e: print(r, e.value)
gen = (x * y for x in range(3) for y in range(2))
print(gen.gi_code.co_name, gen.__name__, next(gen), list(gen))
print((lambda: (yield))().__name__, type((lambda: (yield 3))()))
