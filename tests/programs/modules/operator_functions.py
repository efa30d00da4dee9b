import operator
from operator import attrgetter, itemgetter, methodcaller

print(operator.add(1, 2), operator.mul("a", 3), operator.truediv(1, 2), operator.neg(5), operator.not_(0), operator.lt(1, 2))
print(operator.getitem([1, 2], 1), operator.contains("abc", "b"), operator.eq(1, 1.0), operator.xor(5, 3))
rows = [{"n": 2, "s": "b"}, {"n": 1, "s": "a"}]
print(sorted(rows, key=itemgetter("n")), itemgetter(0, 2)("abc"))


class P:
    def __init__(self, x):
        self.x = x

    def up(self, by=1):
        return self.x + by


print(attrgetter("x")(P(5)), methodcaller("up", by=3)(P(1)), max([P(1), P(7)], key=attrgetter("x")).x)
d = {}
operator.setitem(d, "k", 1)
print(d)
