def pair(*xs):
    return *xs, len(xs)


def gen(xs):
    yield *xs, "end"


print(pair(1, 2), list(gen("ab")))
d = {(1, 2): "tuple"}
k = (1, 2)
print(d[*k,] if False else d[k], [*range(3), *"ab"][1:4])
for x in *"ab", 3:
    print(x)
t = 1, *[2, 3], *(), 4
print(t, (*t,)[::-1])
a, *_ = *"xyz",
print(a, _)
