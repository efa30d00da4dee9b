def order(**kw):
    return list(kw)


print(order(z=1, a=2, m=3), order(**{"q": 1}, b=2, **{"a": 3}))


def mixed(a, *rest, b=0, **kw):
    return a, rest, b, sorted(kw)


print(mixed(1, 2, 3, c=4, b=5), mixed(*[1, 2], **{"x": 1}), mixed(a=1, d=2))
print((lambda **k: k)(**{"not an identifier": 1}))
try:
    order(**{1: 2})
except TypeError as e:
    print(e)
try:
    mixed(1, a=2)
except TypeError as e:
    print(e)
