def note(x):
    print("body", x)
    return x


class C:
    """Doc."""
    a = note(1)
    b = note(a + 1)
    for i in range(2):
        note(i * 10)
    if b > 1:
        def m(self):
            return "b is big"
    squares = [n * n for n in range(3)]
    del i


print(C.a, C.b, C().m(), C.squares, hasattr(C, "i"), C.__doc__, C.__name__)


class D(C):
    a = C.a + 100

    class Inner:
        v = 7


print(D.a, D.b, D.Inner.v, D.Inner.__qualname__, D.__doc__)
