import math
import collections as c
from math import floor, pi as circle
from functools import reduce

print(math.sqrt(16), c.deque([1]), floor(2.7), round(circle, 4), reduce(lambda a, b: a + b, [1, 2, 3]))


def local():
    import operator
    from itertools import chain as joined

    return operator.add(1, 2), list(joined("a", "b"))


print(local(), "operator" in globals(), math is math)
try:
    import surely_missing
except ImportError as e:
    print(type(e).__name__)
try:
    math.nothing
except AttributeError as e:
    print(e)
