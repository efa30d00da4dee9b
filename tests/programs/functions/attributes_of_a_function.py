def f(a, b=1):
    """Says nothing."""


print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__)
f.calls = 3
f.calls += 1
print(f.calls, hasattr(f, "other"), f.__dict__)


def outer():
    def inner():
        pass

    return inner


print(outer().__qualname__, (lambda: 0).__qualname__, outer().__doc__)
try:
    f.missing
except AttributeError as e:
    print(e)
