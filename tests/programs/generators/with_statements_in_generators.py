class Ctx:
    def __init__(self, n, swallow=False): self.n, self.s = n, swallow
    def __enter__(self): print("enter", self.n); return self
    def __exit__(self, *exc):
        print("exit", self.n, exc[0].__name__ if exc[0] else None, exc[1])
        return self.s
def g():
    with Ctx("a"), Ctx("b", True) as b:
        yield 1
        yield b.n
    with Ctx("c"):
        try:
            yield 3
        except GeneratorExit:
            print("ge")
            raise
x = g()
print(next(x), next(x))
print(x.throw(KeyError("t")))
x.close()
y = g()
next(y)
del y
def ret():
    with Ctx("r"):
        for i in range(3):
            with Ctx(i):
                if i == 1: return i
                continue
print(ret())
def nested():
    try:
        with Ctx("n"):
            raise ValueError("v")
    except ValueError as e:
        print("caught", e)
    finally:
        print("nf")
nested()
class BadExit:
    def __enter__(self): return 1
    def __exit__(self, *a): raise RuntimeError("exit")
try:
    with BadExit(): 1 / 0
except RuntimeError as e: print(repr(e.__context__))
class BadEnter:
    def __enter__(self): raise RuntimeError("enter")
    def __exit__(self, *a): print("never")
try:
    with BadEnter(): pass
except RuntimeError as e: print(e)
try:
    with 5: pass
except TypeError as e: print(e)
