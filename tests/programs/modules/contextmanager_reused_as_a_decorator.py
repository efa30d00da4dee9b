from contextlib import contextmanager


@contextmanager
def trace(name):
    print("begin", name)
    yield
    print("end", name)


@trace("f")
def f(x):
    print("f", x)
    return x * 2


print(f(1), f(2))
cm = trace("once")
with cm:
    print("inside")
try:
    with cm:
        print("again")
except (RuntimeError, AttributeError) as e:
    print(type(e).__name__)


@contextmanager
def twice():
    yield 1
    yield 2


try:
    with twice() as v:
        print(v)
except RuntimeError as e:
    print(e)
