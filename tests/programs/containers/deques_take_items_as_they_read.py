from collections import deque


def reads(d, n):
    for _ in range(n):
        yield len(d)


def breaks(*items):
    yield from items
    raise LookupError(items[-1])


d = deque([0], maxlen=6)
d.extend(reads(d, 2))
print(d)
d.extendleft(reads(d, 2))
print(d)
d += reads(d, 3)
print(d)

for add in (deque.extend, deque.extendleft, deque.__iadd__):
    d = deque("a")
    try:
        add(d, breaks(1, 2))
    except LookupError as e:
        print(d, e)
try:
    d.extend(iter(d))
except RuntimeError as e:
    print(e, len(d))
d = deque([1, 2])
d.extend(d)
d.extendleft(d)
print(d)
for wrong in (5, None):
    try:
        d.extend(wrong)
    except TypeError as e:
        print(e)


class Pairs(deque):
    def __iter__(self):
        print("asked")
        return iter([(x, x) for x in range(deque.__len__(self))])


a, b = Pairs("ab"), Pairs("xy")
print(a == b, a != b, a < b, a >= b, a == Pairs("a"), a > deque(), deque() < a)
print(list(a), len(a), a[0])
