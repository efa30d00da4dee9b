import sys


def mark(name):
    try:
        yield
    finally:
        print("gone:", name)


def marked(name):
    m = mark(name)
    next(m)
    return m


def numbers(name):
    try:
        m = marked(name)
        yield 1
        yield 2
    finally:
        print("finally", name)


g = numbers("cleared")
next(g)
f = g.gi_frame
f.clear()
print(sorted(f.f_locals), g.gi_frame)
f.clear()
print(sorted(f.f_locals))

g = numbers("not begun")
f = g.gi_frame
f.clear()
print(f.f_locals, g.gi_frame, list(g))

g = numbers("dropped")
next(g)
f = g.gi_frame
del g
print("dropped", sorted(f.f_locals), f.f_lineno, f.f_back)
del f
print("frame dropped")

g = numbers("finished")
f = g.gi_frame
print(list(g), sorted(f.f_locals), f.f_back)
f.clear()
print("cleared")

g = numbers("closed")
f = g.gi_frame
next(g)
g.close()
print("closed", sorted(f.f_locals))
f = None
print("frame dropped")


def fails(name):
    m = marked(name)
    yield 1
    raise ValueError(name)


g = fails("failed")
f = g.gi_frame
try:
    list(g)
except ValueError as e:
    print(e.__traceback__.tb_next.tb_frame is f, sorted(f.f_locals))
print(sorted(f.f_locals), g.gi_frame)
f = None
print("frame dropped")


def simple(m):
    yield m
    yield m


g = simple(marked("simple"))
next(g)
f = g.gi_frame
del g
print("generator dropped", sorted(f.f_locals))
f = None
print("frame dropped")


def running():
    f = g.gi_frame
    try:
        f.clear()
    except RuntimeError as e:
        print(e)
    yield from below(f)


def below(f):
    try:
        f.clear()
    except RuntimeError as e:
        print(e)
    yield


g = running()
next(g)
del g


def keeps_frame(name):
    m = marked(name)
    return sys._getframe()


f = keeps_frame("function")
print(sorted(f.f_locals), f.f_back is sys._getframe())
f.clear()
print(f.f_locals, f.f_lineno)


def ignores(name):
    m = marked(name)
    while True:
        try:
            yield
        except GeneratorExit:
            pass


g = ignores("ignored exit")
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
print("end")
