class N:
    def __init__(self, v):
        self.v = v

    def __floordiv__(self, o):
        return f"{self.v}//{o}"

    def __rfloordiv__(self, o):
        return f"{o}//{self.v}"

    def __mod__(self, o):
        return f"{self.v}%{o}"

    def __pow__(self, o):
        return f"{self.v}**{o}"

    def __rpow__(self, o):
        return f"{o}**{self.v}"

    def __lshift__(self, o):
        return f"{self.v}<<{o}"

    def __and__(self, o):
        return f"{self.v}&{o}"

    def __ror__(self, o):
        return f"{o}|{self.v}"

    def __truediv__(self, o):
        return f"{self.v}/{o}"


n = N("n")
print(n // 2, 7 // n, n % 3, n ** 2, 2 ** n, n << 1, n & 1, 5 | n, n / 4, pow(n, 3))
n //= 5
print(n)
for bad in (lambda: N(1) >> 1, lambda: 1 << N(1), lambda: N(1) | 2):
    try:
        bad()
    except TypeError as e:
        print(e)
