first, *rest = range(5)
print(first, rest)
*init, last = "abc"
print(init, last)
a, *b, c = (1, 2)
print(a, b, c)
(x, *y), z = [[1, 2, 3], 4]
print(x, y, z)
[p, [q, *r]] = 1, "xyz"
print(p, q, r)
for h, *t in [(1, 2, 3), "ab"]:
    print(h, t)
try:
    m, *n, o = [1]
except ValueError as e:
    print(e)
