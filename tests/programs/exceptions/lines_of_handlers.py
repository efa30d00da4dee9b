def a():
    try:
        b()
    except KeyError as e:
        raise ValueError("v") from e
def b():
    raise KeyError(
        "k"
    )
def c():
    x = 1
    try:
        a()
    finally:
        x = 2
try: c()
except ValueError as e: print(repr(e), repr(e.__cause__))
def d():
    for i in range(2):
        try:
            yield i
        except ValueError:
            print("ve")
        else:
            print("else")
        finally:
            print("fin")
g = d()
next(g)
print(g.throw(ValueError))
g.close()
def e():
    try:
        yield 1
    except: 
        print("bare")
        raise
try:
    g = e(); next(g); g.throw(KeyError, "x")
except KeyError as k: print(k)
def f():
    try:
        return 1
    finally:
        try:
            raise ValueError
        except ValueError:
            pass
        print("f")
print(f())
def h():
    while True:
        try:
            try:
                return "a"
            finally:
                print("in")
        finally:
            print("out")
            if 1: continue
            break
        break
def i():
    try: pass
    finally: print("i")
i()
def j():
    try:
        raise ValueError
    except TypeError: pass
    except ValueError:
        try: raise
        except ValueError as v: print("re", repr(v))
j()
def k(n):
    return k(n - 1) if n else [][0]
k(2)
