from collections import Counter, OrderedDict
from functools import total_ordering

a, b = Counter("abracadabra"), Counter(a=3, d=4)
print(a + b, a - b, a & b, a | b)
print(+Counter(x=2, y=-1), -Counter(x=2, y=-1))
print(a == Counter("abracadabra"), a != b, Counter(a=1) <= a, a < a, a >= b, a > Counter(a=1))
a -= Counter("aab")
print(a, a.total(), a.most_common(2))
a.subtract("rrr")
print(a["r"], a["zzz"])
del a["not there"]
a.update({"a": 10})
print(a, Counter({"a": None}))
x, y = OrderedDict(a=1, b=2), OrderedDict(b=2, a=1)
print(x == y, x == dict(b=2, a=1), x | {"c": 3})


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Version) else NotImplemented


print(Version(1) < Version(2), Version(1) >= Version(2), Version(2) > Version(1), Version(1) <= Version(1))
try:
    Version(1) >= 3
except TypeError as error:
    print(error)
for error in (OSError(13, "no"), OSError(32, "pipe"), OSError(11, "again"), OSError(4242, "?")):
    print(type(error).__name__, error)
