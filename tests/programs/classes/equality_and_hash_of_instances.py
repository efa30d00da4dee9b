class P:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        if not isinstance(other, P):
            return NotImplemented
        return self.x == other.x

    def __hash__(self):
        return hash(self.x)


class NoHash:
    def __eq__(self, other):
        return True


print(P(1) == P(1), P(1) != P(2), P(1) == 1, P(1) != 1, P(1) in [P(0), P(1)], len({P(1), P(1), P(2)}))
print({P(3): "three"}[P(3)], [P(1), P(2)].index(P(2)), [P(5)].count(P(5)))
print(NoHash() == 5, NoHash() != 5)
try:
    {NoHash()}
except TypeError as e:
    print(e)
a, b = object(), object()
print(a == a, a == b, a != b, a in [b, a])
