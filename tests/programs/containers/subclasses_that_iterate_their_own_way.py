class Loud(list):
    def __getitem__(self, i):
        print("getitem", i)
        return list.__getitem__(self, i)

    def __iter__(self):
        print("iter")
        return list.__iter__(self)

    def __add__(self, other):
        print("add")
        return list.__add__(self, other)


def show(*args):
    print(args)


loud = Loud()
loud.extend([3, 1, 2])
print(loud[0], loud[-1], loud[0:2])
a, b, c = loud
print(a, b, c)
show(*loud)
print([*loud, 0], (*loud, 0))
print({1, 3}.issubset(loud), {9}.union(loud) == {1, 2, 3, 9})
print(", ".join(Loud(["x", "y"])))
loud += [4]
print(type(loud).__name__, 4 in loud)
print(type(loud + [5]).__name__)


class Pair(tuple):
    def __iter__(self):
        print("iter")
        return tuple.__iter__(self)


print(2 in Pair([1, 2]), 5 in Pair([1, 2]))
x, y = Pair([1, 2])
print(x, y)

d = {1: "a", 2: "b"}
try:
    for key in d:
        del d[key]
        d[key] = "again"
except RuntimeError as error:
    print(error)
