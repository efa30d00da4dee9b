from collections import namedtuple

Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], tuple(p), p == (1, 2), Point._fields, p._asdict())
x, y = p
print(x, y, p._replace(x=9), Point._make([5, 6]), len(p), 2 in p, [*p])
Opt = namedtuple("Opt", ["a", "b"], defaults=[0])
print(Opt(1), Opt(1, 2), sorted([Point(2, 1), Point(1, 5)]))
for bad in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: setattr(p, "x", 5)):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Named(Point):
    def norm(self):
        return self.x ** 2 + self.y ** 2


print(Named(3, 4).norm(), Named(3, 4))
