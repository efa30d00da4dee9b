class Bad:
    def __enter__(self):
        return self

    def __exit__(self, kind, exc, tb):
        raise RuntimeError(f"exit after {kind and kind.__name__}")


def f():
    with Bad():
        return 5


for act in (f,):
    try:
        act()
    except RuntimeError as e:
        print(e, e.__context__)
try:
    with Bad():
        1 / 0
except RuntimeError as e:
    print(e, repr(e.__context__))
