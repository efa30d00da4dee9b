import sys
import types


def steps(a):
    x = 1
    print(type(sys._getframe()).__name__, sys._getframe() is g.gi_frame)
    yield x
    yield 3


g = steps(5)
f = g.gi_frame
print(type(f), type(f) is types.FrameType, type(f) is type(sys._getframe()))
print(f is g.gi_frame, f is g, f == g.gi_frame, f.f_lasti)
print(f.f_lineno, f.f_locals, f.f_back, f.f_code.co_name, f.f_code is steps.__code__)
print(f.f_globals is globals(), f.f_builtins["len"] is len)
print(f.f_trace, f.f_trace_lines, f.f_trace_opcodes)
next(g)
print(f.f_lineno, f.f_locals, f.f_back, f is g.gi_frame)
g.close()
print(g.gi_frame, f.f_locals, f.f_lineno, f.f_back)
print([n for n in dir(f) if not n.startswith("__")])

for name in ("f_back", "f_builtins", "f_code", "f_globals", "f_lasti", "f_locals", "f_lineno",
             "f_trace", "f_trace_lines", "f_trace_opcodes", "unknown"):
    try:
        setattr(f, name, 1)
        print("set", name)
    except Exception as e:
        print(type(e).__name__, e)
    try:
        delattr(f, name)
        print("deleted", name)
    except Exception as e:
        print(type(e).__name__, e)
f.f_trace_lines = False
f.f_trace = print
print(f.f_trace_lines, f.f_trace)

for use in (lambda: type(f)(), lambda: iter(f), lambda: next(f), lambda: f.send(1),
            lambda: f.gi_running, lambda: g.f_lineno, lambda: g.clear()):
    try:
        use()
    except Exception as e:
        print(type(e).__name__, e)


async def task():
    print(c.cr_frame is sys._getframe(), c.cr_frame.f_back.f_code.co_name)


async def numbers():
    yield 1


c = task()
f = c.cr_frame
try:
    c.send(None)
except StopIteration:
    print(c.cr_frame, f.f_back, f.f_locals)
print(type(numbers().ag_frame).__name__, numbers().ag_frame.f_lineno)


def with_cells(a):
    def inner():
        yield a, b
    b = 2
    yield inner


g = with_cells(1)
print(g.gi_frame.f_lasti)
h = next(g)()
print(h.gi_frame.f_lasti)
