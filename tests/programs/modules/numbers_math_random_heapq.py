print(7 // 2, -7 // 2, 7 % -3, -7 % 3, divmod(-7, 2), 2 ** 10, 2 ** -1, 7 / 2, 1e3, 0x1f, 0b101, 0o17, 1_000, ~5, 5 & 3, 5 | 3, 5 ^ 3, 1 << 4, -16 >> 2)
print(abs(-3), round(3.14159, 2), pow(2, 10, 1000), min(3, 1, 2), max([1, 5], key=lambda v: -v), sum([1, 2], 10), hex(255), oct(8), bin(-5), int("ff", 16))
print(1 == 1.0, hash(1) == hash(1.0), True + True, isinstance(True, int), 0.1 + 0.2 == 0.3, 1 < 2 < 3, 1 < 3 > 2, not 0, 0 or "x", 1 and "y", None or 0)
print((5).bit_length(), (3.0).is_integer(), 3.7 // 1, 3.7 % 1, -0.0, 0.0 == -0.0, 1e308 * 10, float("nan") == float("nan"), 3 .real, (2.5).as_integer_ratio() if hasattr(2.5, "as_integer_ratio") else "")
import math
print(math.pi, math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.gcd(12, 18), math.factorial(10), math.inf, math.isnan(math.nan), math.hypot(3, 4), math.log(8, 2), math.trunc(-1.7), math.fsum([.1] * 10), math.prod([1, 2, 3]), math.comb(5, 2), math.isclose(.1 + .2, .3))
for e in ["1/0", "1%0", "1//0", "1.0/0", "0**-1", "5 << -1", "2**64", "9223372036854775807 + 1"]:
    pass
def t(f):
    try: print(f())
    except (ZeroDivisionError, ValueError, TypeError) as e: print(type(e).__name__, e)
t(lambda: 1 / 0); t(lambda: 1 % 0); t(lambda: 1 // 0); t(lambda: 1.0 / 0); t(lambda: 0 ** -1); t(lambda: 5 << -1); t(lambda: 1.5 % 0); t(lambda: 1.5 << 1); t(lambda: math.sqrt(-1)); t(lambda: math.log(0)); t(lambda: round(float("nan"))); t(lambda: int(float("inf")) if False else None); t(lambda: divmod(1.0, 0)); t(lambda: pow(2, -1, 4)); t(lambda: math.factorial(-1))
import random
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(100), 3), random.uniform(1, 2), random.randrange(0, 10, 3))
l = [1, 2, 3, 4, 5]; random.shuffle(l); print(l)
import operator as op
print(op.add(1, 2), op.itemgetter(1)([5, 6]), op.attrgetter("real")(3), op.mul(2, "a"), op.methodcaller("upper")("x"))
import heapq
h = []; [heapq.heappush(h, x) for x in [5, 1, 4, 2]]; print(h, heapq.heappop(h), heapq.nsmallest(2, h), heapq.nlargest(1, h)); heapq.heapify(h); print(heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h)
