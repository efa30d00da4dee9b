class Eq:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        print("eq", self.v, o)
        return self.v == o

    def __hash__(self):
        print("hash", self.v)
        return hash(self.v)


print(Eq(1) in [0, 1], 2 in [Eq(2)], Eq(3) in (5,))
d = {Eq("k"): "v"}
print("k" in d, d["k"], "x" in d)
s = {1, 2}
print(Eq(2) in s, [1, 2].index(Eq(2)), [1, 1].count(Eq(1)))
