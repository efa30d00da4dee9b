def g(n):
    try:
        yield n
    except GeneratorExit:
        print("exit", n)
        raise
    finally:
        print("fin", n)
def use():
    it = g("local")
    next(it)
    try:
        return [next(it) for _ in range(2)]
    except StopIteration:
        print("stop")
try: use()
except RuntimeError as e: print(e)
def outer():
    yield from g("deleg")
o = outer(); next(o); o = None
def two():
    a, b = g("a"), g("b")
    next(a), next(b)
    yield
t = two(); next(t); del t
def cyc():
    me = yield
    try:
        yield
    finally:
        print("cyc fin")
def args(x, y=None):
    return 1
args(next(g("arg")))
print([next(g(i)) for i in "xy"])
def exc():
    i = g("in exc"); next(i)
    1 / 0
try: exc()
except ZeroDivisionError as e:
    print("handler")
    tb = e.__traceback__
print("after handler")
tb = None
print("tb gone")
def lastval():
    for i in g("loop"):
        try:
            raise ValueError
        except ValueError:
            break
lastval()
print("end")
