def g():
    yield from "ab"
    yield from [1, 2]
    yield from {"k": 0}
    yield from range(2)
    r = yield from ()
    print("empty gives", r)
    yield from (x * x for x in (2, 3))


print(list(g()))


def bad():
    yield from 5


try:
    next(bad())
except TypeError as e:
    print(e)


def sends():
    yield from [1, 2]


s = sends()
next(s)
try:
    s.send("x")
except AttributeError as e:
    print(e)
