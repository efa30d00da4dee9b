xs = [1, 2, 3]
for x in xs:
    xs = "changed"
    print(x, xs)
d = {"a": 1}
for k in d:
    d = {}
print(k, d)
n = 3
for i in range(n):
    n = 10
    i = i * 10
    print(i, n)
it = iter(range(3))
for a in it:
    print(a, next(it, "none"))
