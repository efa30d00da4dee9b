class V:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        print("lt", self.n, getattr(o, "n", o))
        return self.n < (o.n if isinstance(o, V) else o)

    def __ge__(self, o):
        print("ge", self.n)
        return NotImplemented


print(V(1) < V(2), V(1) > V(2), V(3) < 5, 5 > V(3))
for bad in (lambda: V(1) >= V(2), lambda: V(1) <= V(2), lambda: V(1) >= 3):
    try:
        bad()
    except TypeError as e:
        print(e)
print([v.n for v in sorted([V(3), V(1), V(2)])])
