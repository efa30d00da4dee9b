from collections import OrderedDict


class Loud(OrderedDict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)


def said(f, *args):
    try:
        print(f(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


loud = Loud({1: 2}, x=3)
loud.update([(5, 6)])
print(loud, Loud(loud).copy())
loud.move_to_end(1)
print(loud)
loud.move_to_end("x", False)
print(loud, OrderedDict({1: 2}) | {3: 4}, OrderedDict(OrderedDict(a=1), b=2))
for args in (1,), (1, 2), ([(1, 2, 3)],), ([1],), (zip("ab", "cd"),):
    said(OrderedDict, *args)
    said(lambda: OrderedDict().update(*args))
