import math

print(math.dist((1, 2), (4, 6)), math.dist([1], [2.5]), math.dist(iter([1, 2]), range(2)), math.dist((), ()))
print(math.hypot(), math.hypot(-3), math.hypot(3, 4), math.hypot(1, 1, 1), math.hypot(1e300, 1e300), math.hypot(1e-320, 1e-320))
print(math.hypot(math.nan, math.inf), math.hypot(math.nan, 1), math.dist((math.inf,), (math.nan,)))
total = 0.0
for i in range(1, 200):
    total += math.hypot(i / 7, i / 3, 1 / i) * math.dist((i / 3, 0.1), (0.7, i / 11))
print(total)
for p, q in (((1,), (1, 2)), (1, 2), ("ab", "cd"), ((1,), ("a",)), ((1.7e308,), (-1.7e308,)), ((1.7e308, 1.7e308), (0, 0))):
    try:
        print(math.dist(p, q))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
