from functools import partial, reduce


def f(a, b, c=0, *, k=None):
    return a, b, c, k


p = partial(f, 1, k="key")
print(p(2), p(2, 3), p(2, k="new"), p.args, p.keywords, p.func is f)
q = partial(p, 5)
print(q(), q(6))
basetwo = partial(int, base=2)
print(basetwo("101"), reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], "start"))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)


def show(a, b):
    print("combine", a, b)
    return a + b


print(reduce(show, "abc", "_"))
