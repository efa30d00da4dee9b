def a():
    b()


def b():
    raise ValueError("here")


try:
    a()
except ValueError as e:
    tb = e.__traceback__
    print(tb is not None, type(tb).__name__)
    kept = e
print(kept, kept.__traceback__ is tb)
try:
    raise kept.with_traceback(None)
except ValueError as e:
    print(e is kept, e.__traceback__ is not None)
