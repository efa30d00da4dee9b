print((1, 2) < (1, 3), (1, 2) < (1, 2, 0), () < (0,), (2,) > (1, 9), (1, "a") == (1, "a"))
print((1,), (), tuple("ab"), (1, 2) + (3,), (0,) * 3, 2 in (1, 2), (1, 2, 1).count(1), (5, 6).index(6))
t = ([1], 2)
t[0].append(9)
print(t, hash((1, 2)) == hash((1, 2)))
try:
    t[1] = 5
except TypeError as e:
    print(e)
try:
    {t: 1}
except TypeError as e:
    print(e)
try:
    t[0] += [8]
except TypeError as e:
    print(e, t)
