from collections import OrderedDict, defaultdict, deque

d = {"a": 1, "b": 2, "c": 3}
del d["b"]
for view in (d, d.keys(), d.values(), d.items()):
    r = reversed(view)
    print(type(r).__name__, list(r), list(r))
r = reversed(d)
print(next(r))
d["z"] = 0
try:
    next(r)
except RuntimeError as e:
    print(e)
q = deque([1, 2, 3])
r = reversed(q)
print(type(r), next(r))
q.append(4)
try:
    next(r)
except RuntimeError as e:
    print(e)
print(list(reversed(q)), list(reversed(deque())))


def attempt(f):
    try:
        print(f())
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)


attempt(lambda: q + [1])
attempt(lambda: 1 + q)
attempt(lambda: q * "a")
attempt(lambda: q < 1)
attempt(lambda: q.colour)
attempt(lambda: deque.colour)
attempt(lambda: hash(q))
attempt(lambda: q())
attempt(lambda: deque(1, 2, 3))
attempt(lambda: deque(colour=1))
attempt(lambda: deque(iterable="ab", maxlen=1))
attempt(lambda: hash(defaultdict()))
print(deque.append)


class Line(deque):
    pass


attempt(lambda: Line().colour)
attempt(lambda: Line("ab", colour=1))

o = OrderedDict(a=1)
o["self"] = [o]
print(o)
f = defaultdict(list)
f["self"] = f
print(f)


class Own(defaultdict):
    pass


print(Own(int, a=1))
