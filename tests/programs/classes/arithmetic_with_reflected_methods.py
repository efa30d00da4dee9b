class M:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        print("add")
        if isinstance(o, int):
            return M(self.v + o)
        return NotImplemented

    def __radd__(self, o):
        print("radd", o)
        return M(o + self.v)

    def __mul__(self, o):
        return M(self.v * o)

    __rmul__ = __mul__

    def __neg__(self):
        return M(-self.v)

    def __repr__(self):
        return f"M({self.v})"


print(M(1) + 2, 2 + M(1), M(2) * 3, 3 * M(2), -M(4), sum([M(1), M(2)], M(0)) if False else sum([1, M(5)]))
for bad in (lambda: M(1) + "x", lambda: M(1) - 1, lambda: 1 - M(1)):
    try:
        print(bad())
    except TypeError as e:
        print(e)
