class Res:
    def __init__(self, n, fail=None):
        self.n, self.fail = n, fail

    def __enter__(self):
        print("in", self.n)
        if self.fail == "enter":
            raise ValueError(f"enter {self.n}")
        return self

    def __exit__(self, *exc):
        print("out", self.n, exc[0] and exc[0].__name__)
        if self.fail == "exit":
            raise KeyError(f"exit {self.n}")


try:
    with (Res(1) as a, Res(2), Res(3, "enter")):
        print("never")
except ValueError as e:
    print("caught", e)
try:
    with Res(1), Res(2, "exit") as b:
        print("body", b.n)
except KeyError as e:
    print("caught", e, e.__context__)
try:
    with Res(1), Res(2, "exit"):
        raise TypeError("body")
except KeyError as e:
    print("caught", e, repr(e.__context__))
