import inspect
import sys


def mark(name):
    try:
        yield
    finally:
        print("gone:", name)


def names(f):
    found = []
    while True:
        found.append((f.f_code.co_name, f.f_lineno))
        if f.f_code.co_name == "<module>":
            return found
        f = f.f_back


def inner():
    return sys._getframe()


def outer():
    return inner()


print(names(outer()))


def from_a_generator():
    yield inner()


def through():
    g = from_a_generator()
    f = next(g)
    print(names(f))
    g.close()
    return f


print(names(through()))


def keep():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return e


def caller():
    m = mark("a variable of the caller")
    next(m)
    return keep()


kept = caller()
print("returned", kept.__traceback__.tb_frame.f_back.f_code.co_name)
kept = None
print("dropped")


def waits():
    x = 5
    looks()


def looks():
    f = sys._getframe(1)
    try:
        f.clear()
    except RuntimeError as e:
        print(e)
    print(f.f_locals, f.f_code.co_name, f.f_lineno)


waits()


def snapshot():
    a = 1
    d = locals()
    b = 2
    print(d)
    print(sys._getframe().f_locals is d, sorted(d))
    d["other"] = 3
    d["a"] = 7
    print(a, locals()["a"], sorted(locals()))
    del b
    print(sorted(locals()))

    def g():
        return c
    print(sorted(locals()))
    c = 0
    print(sorted(locals()))


snapshot()

for depth in (1000, "x", None, 1.0):
    try:
        sys._getframe(depth)
    except Exception as e:
        print(type(e).__name__, e)
f = sys._getframe()
print(f is sys._getframe(0), f is sys._getframe(-3), f is sys._getframe(False))
print(f.f_code.co_name, f.f_locals is globals(), f.f_globals is globals())
print(inspect.isframe(f), inspect.currentframe() is f, inspect.isframe(inner))
try:
    1 / 0
except ZeroDivisionError as e:
    print(e.__traceback__.tb_frame is f)


class Body:
    x = 1
    f = sys._getframe()
    print(f.f_code.co_name, f.f_locals is locals(), sorted(f.f_locals))


print([sorted(locals()) for x in "a"], [sorted(sys._getframe().f_locals) for x in "a"])
