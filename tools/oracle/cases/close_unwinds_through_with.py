class W:
    def __enter__(self):
        return self
    def __exit__(self, t, v, tb):
        print(t.__name__)
def g():
    with W():
        yield 1
x = g()
next(x)
x.close()
