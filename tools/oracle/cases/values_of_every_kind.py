import collections
import functools
import time
class C:
    def method(self):
        pass
class D(list):
    pass
class E(Exception):
    pass
def deep(n):
    return [deep(n - 1)] if n else []
a = 1, -2.5, True, None, ..., 3 + 4j, b"b", range(3), slice(1, 2)
big, long, many = 10 ** 60, "x" * 81, list(range(21))
nested, empty = deep(6), ([], (), {}, set(), frozenset())
ring = []
ring.append(ring)
sets = {3, 1, 2}, frozenset("ba")
pairs = {"k": C(), 1: (2,)}
queue = collections.deque([1], 2)
own = C(), D([1]), E("a", 1), C.method, C().method, C, E
groups = ExceptionGroup("g", [E(), ExceptionGroup("h", [E()])])
parts = len, [].append, str.upper, int.__add__, functools.partial(print)
times = time.time, time.sleep
running = (x for x in a)
address = f"<C object at 0x7f0123456789>"
wide = ["w" * 79] * 20
