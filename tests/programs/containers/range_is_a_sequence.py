r = range(2, 20, 3)
print(r, list(r), len(r), r[2], r[-1], r[1:4], r[::-1], 8 in r, 9 in r, r.index(11), r.count(5))
print(range(3) == range(0, 3, 1), range(0) == range(2, 1), range(5, 0, -2), list(range(5, 0, -2)))
print(r.start, r.stop, r.step, bool(range(0)), list(reversed(range(3))), sum(range(101)))
for bad in (lambda: range(1, 2, 0), lambda: r[99], lambda: range("a"), lambda: r.index(3)):
    try:
        bad()
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)
