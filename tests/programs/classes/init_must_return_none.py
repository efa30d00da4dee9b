class Bad:
    def __init__(self):
        return 5


try:
    Bad()
except TypeError as e:
    print(e)


class Chain:
    def set(self, k, v):
        setattr(self, k, v)
        return self


c = Chain().set("a", 1).set("b", 2)
print(c.a, c.b, sorted(vars(c)))


class Base:
    def __init__(self):
        self.setup()

    def setup(self):
        self.kind = "base"


class Derived(Base):
    def setup(self):
        super().setup()
        self.kind += "+derived"


print(Derived().kind)
