import math

print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.sqrt(2), math.pow(2, 3), math.hypot(3, 4))
print(math.gcd(12, 18), math.lcm(4, 6), math.factorial(10), math.comb(5, 2), math.perm(5, 2), math.isqrt(17))
print(math.inf, -math.inf, math.nan, math.isnan(math.nan), math.isinf(math.inf), math.isclose(0.1 + 0.2, 0.3))
print(round(math.sin(1), 6), round(math.cos(1), 6), math.log(1), math.log2(8), math.log10(1000), math.log(8, 2), math.exp(0))
print(math.fabs(-2), math.fmod(-7, 3), math.copysign(1, -0.0), math.degrees(math.pi), math.fsum([0.1] * 10), math.prod([2, 3, 4]))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.floor(math.inf), lambda: math.sqrt("x")):
    try:
        print(bad())
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
