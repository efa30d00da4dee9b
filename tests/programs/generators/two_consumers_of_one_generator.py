def g():
    for c in "abcdef":
        yield c


it = g()
first = [next(it), next(it)]
for x in it:
    if x == "d":
        break
rest = list(it)
print(first, x, rest, iter(it) is it)
it = g()
print(list(zip(it, it)), dict(zip("xy", g())), [a + b for a, b in zip(g(), "12")])
a, b, *c = g()
print(a, b, c, "c" in (z := g()), list(z))
