s = {1, 2}
print(s.add(3), s.discard(99), s.remove(1), sorted(s))
try:
    s.remove(99)
except KeyError as e:
    print("KeyError", e)
s.update([7, 8], (9,))
s.intersection_update({2, 7, 9})
s.difference_update({9})
s.symmetric_difference_update({7, 70})
print(sorted(s), s.copy() == s)
s.clear()
try:
    s.pop()
except KeyError as e:
    print(e)
f = frozenset([1, 2])
print({f: "ok"}[frozenset([2, 1])], f | {3}, type(f | {3}).__name__, hash(f) == hash(frozenset([2, 1])))
try:
    f.add(3)
except AttributeError as e:
    print(e)
