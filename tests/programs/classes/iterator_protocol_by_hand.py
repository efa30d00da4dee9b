class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter")
        self.i = 0
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


c = Count(3)
for v in c:
    print(v)
print(list(c), sum(c), max(c), 2 in c, [*c], tuple(c))
a, b, d = c
print(a, b, d)
it = iter(c)
print(next(it), next(it), next(it), next(it, "end"))
