import functools
import heapq
import operator


def attempt(f, *args, **keywords):
    try:
        print(" ", f(*args, **keywords))
    except (TypeError, IndexError) as e:
        print(" ", type(e).__name__, e)


for f in (
    operator.add, operator.neg, operator.setitem, operator.concat, operator.countOf, operator.call, operator.iadd,
    heapq.heappush, heapq.heappop, heapq.heapify, heapq.heapreplace,
):
    print(f.__name__)
    attempt(f)
    attempt(f, 1)
    attempt(f, 1, 2)
    attempt(f, 1, 2, 3, 4)
    attempt(f, 1, a=2)
for f in (operator.itemgetter, operator.attrgetter, operator.methodcaller):
    print(f.__name__)
    attempt(f)
    attempt(f, colour=1)
    attempt(f("upper"))
    attempt(f("upper"), 1, 2)
    attempt(f("upper"), colour=1)
print(operator.methodcaller("pay", 2, to="x"), operator.methodcaller("split", "b")("abc"))
attempt(operator.attrgetter, "a", 1)
attempt(operator.methodcaller, 1)
attempt(heapq.heapreplace, [], 1)
attempt(functools.partial)
attempt(functools.partial, 1)
attempt(functools.reduce, operator.add, 1)
attempt(functools.cmp_to_key)
attempt(functools.cmp_to_key, 1, 2)
attempt(functools.lru_cache, "a")
attempt(functools.cache, 1)
print(type(functools.wraps(len)))
