a, b = 1, 2
a, b = b, a
print(a, b)
x = [1, 2, 3]
x[0], x[2] = x[2], x[0]
print(x)
i = 0
i, x[i] = 1, 99
print(i, x)
a = b = c = []
a.append(1)
print(c, a is c)
(p, q), r = (1, 2), 3
[s, t] = "st"
print(p, q, r, s, t)
first, (second, *rest), last = 1, "abc", 4
print(first, second, rest, last)
for (k, v), n in zip({"a": 1}.items(), [9]):
    print(k, v, n)
