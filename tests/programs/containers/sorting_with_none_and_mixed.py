rows = [("b", 2), ("a", 2), ("c", 1)]
rows.sort(key=lambda r: r[1])
print(rows)
rows.sort(reverse=True)
print(rows)
print(sorted([True, 0, 3, 1.5]), sorted(["b", "A", "a"], key=str.lower), sorted([(1, "b"), (1, "a")]))
print(sorted([None, 3, 1], key=lambda v: (v is None, v or 0)), sorted({3: "c", 1: "a"}.items(), reverse=True))
try:
    sorted([None, 1])
except TypeError as e:
    print(e)
try:
    [3, 1].sort(lambda v: v)
except TypeError as e:
    print(e)
xs = [3, 1, 2]
print(xs.sort(), xs, sorted(xs, key=lambda v: -v), max(xs), min(xs, key=lambda v: v % 3))
