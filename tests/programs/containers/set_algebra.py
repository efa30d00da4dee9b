a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a.union([9]), a.difference(b, [1]))
print(a <= {1, 2, 3, 4}, a < a, a >= {1}, a.issubset(b), a.isdisjoint({7}), {1} == {1.0})
a |= {10}
a &= {1, 2, 10}
a -= {2}
a ^= {1, 5}
print(sorted(a), len(a), 5 in a)
try:
    a | [1]
except TypeError as e:
    print(e)
print(set(), {1, 1, 1}, set("aab") == {"a", "b"}, frozenset([1]))
