class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)

    def __sub__(self, o):
        return self + -o

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y

    def __abs__(self):
        return (self @ self) ** 0.5

    def __bool__(self):
        return bool(self.x or self.y)

    def __eq__(self, o):
        return (self.x, self.y) == (o.x, o.y)

    def __repr__(self):
        return f"({self.x}, {self.y})"


a, b = Vec(3, 4), Vec(1, 1)
print(a + b, a - b, a * 2, a @ b, abs(a), bool(Vec(0, 0)), a == Vec(3, 4), a != b)
a += b
print(a, sum([b, b], Vec(0, 0)))
try:
    2 * a
except TypeError as e:
    print(e)
