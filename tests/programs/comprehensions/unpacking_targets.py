pairs = [(1, (2, 3)), (4, (5, 6))]
print([a + b + c for a, (b, c) in pairs], [last for *_, last in ["abc", "xy"]], {k: v for k, v in zip("ab", (1, 2))})
print([i + len(s) for i, s in enumerate(["a", "bb"], start=10)])


class Box:
    pass


b = Box()
print([b.v for b.v in range(3)], b.v)
d = {}
print([d["k"] for d["k"] in "xy"], d)
