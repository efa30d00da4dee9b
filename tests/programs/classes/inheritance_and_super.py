class Base:
    def __init__(self, n):
        print("Base", n)
        self.n = n

    def describe(self):
        return f"{type(self).__name__}({self.n})"

    def twice(self):
        return self.describe() * 2


class Mid(Base):
    def __init__(self, n):
        print("Mid")
        super().__init__(n + 1)


class Leaf(Mid):
    def describe(self):
        return "leaf " + super().describe()


x = Leaf(1)
print(x.describe(), x.twice(), isinstance(x, Base), issubclass(Leaf, Mid), issubclass(Base, Leaf))
print(Leaf.__name__, Leaf.__bases__ == (Mid,), Leaf.__mro__[1] is Mid, Base in Leaf.__mro__)
