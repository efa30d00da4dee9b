from greenlet import greenlet, getcurrent


class Gen:
    def __init__(self, f, *args):
        self.g = greenlet(f)
        self.args = args

    def __iter__(self):
        return self

    def __next__(self):
        self.g.parent = getcurrent()
        value = self.g.switch(*self.args)
        self.args = ()
        if self.g.dead:
            raise StopIteration
        return value


def emit(x):
    getcurrent().parent.switch(x)


def tree(n):
    if n:
        tree(n - 1)
        emit(n)
        tree(n - 1)


print(list(Gen(tree, 3)))
