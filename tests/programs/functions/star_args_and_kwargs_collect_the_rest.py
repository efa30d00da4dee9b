def show(first, *args, sep="-", **kwargs):
    return first, args, sep, kwargs


print(show(1), show(1, 2, 3), show(1, sep="+"), show(1, 2, x=3, y=4))
print(show(*"abc", **{"k": 1}), show(*[1], *(2, 3), **{"a": 1}, **{"b": 2}))


def only_kw(**kw):
    return kw


print(only_kw(self=1, args=2))
try:
    show(**{"first": 1}, **{"first": 2})
except TypeError as e:
    print(e)
