class Tree:
    def __init__(self, *children, name):
        self.children, self.name = children, name

    def __iter__(self):
        yield self.name
        for c in self.children:
            yield from c


t = Tree(Tree(name="b"), Tree(Tree(name="d"), name="c"), name="a")
print(list(t), " ".join(t), "d" in t)


def make(step):
    def g(n):
        nonlocal step
        while n:
            step += 1
            yield step
            n -= 1

    return g


g = make(10)
print(list(g(2)), list(g(1)))
