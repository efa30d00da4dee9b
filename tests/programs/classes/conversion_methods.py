class N:
    def __int__(self):
        return 7

    def __float__(self):
        return 7.5

    def __index__(self):
        return 2

    def __abs__(self):
        return "abs"

    def __invert__(self):
        return "inv"

    def __pos__(self):
        return "pos"

    def __round__(self, n=None):
        return ("round", n)


n = N()
print(int(n), float(n), [10, 20, 30][n], "abcdef"[n:], abs(n), ~n, +n, round(n), round(n, 2), bin(n), list(range(n)))
for bad in (lambda: -n, lambda: int(object()), lambda: list(range(2))["0"], lambda: list("a")[1.0]):
    try:
        bad()
    except TypeError as e:
        print(e)
