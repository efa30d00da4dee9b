print([sorted(locals()) for x in [1]], {k: sorted(locals()) for k in "a"})


def f(a):
    return [locals() for b in a]


print(sorted(f("x")[0]))
g = (type(locals()[".0"]).__name__ for x in [1, 2])
print(next(g), [[sorted(locals()) for x in y] for y in [[1]]])
