from contextlib import contextmanager
@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ZeroDivisionError as e:
        print("swallowed", e)
    finally:
        print(f"</{name}>")
with tag("a") as a, tag("b") as b:
    print(a, b)
    1 / 0
print("next")
try:
    with tag("c"):
        raise KeyError("x")
except KeyError as e:
    print("outer", e)
@tag("deco")
def f(x):
    print("in f", x)
    return x * 2
print(f(3))
@contextmanager
def bad():
    yield 1
    yield 2
try:
    with bad(): pass
except RuntimeError as e: print(e)
@contextmanager
def none():
    return
    yield
try:
    with none(): pass
except RuntimeError as e: print(e)
@contextmanager
def reraise():
    try:
        yield
    except Exception as e:
        raise ValueError("wrapped") from e
try:
    with reraise():
        raise KeyError(1)
except ValueError as e: print(repr(e), repr(e.__cause__))
