class Shape:
    count = 0

    def __init__(self, sides):
        self.sides = sides
        Shape.count += 1

    @classmethod
    def square(cls):
        return cls(4)

    @staticmethod
    def valid(n):
        return n > 2

    @classmethod
    def total(cls):
        return f"{cls.__name__}: {cls.count}"


class Special(Shape):
    pass


s = Special.square()
print(type(s).__name__, s.sides, Shape.valid(2), s.valid(3), Special.total(), s.total(), Shape.square().sides)
f = Special.square
print(type(f()).__name__, f.__self__ is Special)
