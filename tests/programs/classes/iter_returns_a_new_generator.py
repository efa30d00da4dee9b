class Range2:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        for i in range(self.n):
            yield i
            yield i


r = Range2(2)
print(list(r), list(r), sum(r), [(a, b) for a in r for b in Range2(1)])
x, *y = r
print(x, y, max(r), sorted(r, reverse=True), dict.fromkeys(r), set(r), 1 in r)
it, it2 = iter(r), iter(r)
print(next(it), next(it), next(it), next(it2))
