a, (b, *c), d = 1, [2, 3, 4], 5
print(a, b, c, d)
*a, b = "hello"
print(a, b)
first, *_, last = range(10)
print(first, last, len(_))
[x, y], z = (1, 2), 3
x, y = y, x
print(x, y, z)
i = 0
l = [0, 0, 0]
i, l[i] = 1, 9
print(i, l)
l[0:2], k = [7, 8, 9], 3
print(l, k)
def f(*args, **kw): return args, kw
print(f(*[1, 2], 3, *(4,), a=1, **{"b": 2}, **{"c": 3}))
try: f(**{"a": 1}, **{"a": 2})
except TypeError as e: print(e)
try: f(*5)
except TypeError as e: print(e)
try: f(**5)
except TypeError as e: print(e)
try: f(**{1: 2})
except TypeError as e: print(e)
print([*range(3), *"ab"], {*[1, 2], 2}, {**{"a": 1}, "b": 2, **{"a": 3}}, (*[1], 2))
for i, (a, *b) in enumerate([(1, 2, 3), "xy", [9]]): print(i, a, b)
d = {"x": 1, "y": 2}
for k, v in d.items(): print(k, v)
(a, b), c = [1, 2], [3]
print(a, b, c)
a = b = c = []
a.append(1); print(b, c is a)
x = y = 5; x += 1; print(x, y)
print((lambda a, b=2, *c, d=4, **e: (a, b, c, d, e))(1, 3, 5, d=6, z=7))
if (n := len("walrus")) > 3: print(n)
print([y := 1, y ** 2], [last := v for v in range(3)], last)
class O: pass
o = O()
o.a, o.b = 1, 2
(o.c, o.d), o.e = (3, 4), 5
print(vars(o))
for o.z in range(3): pass
print(o.z)
with_ = [0] * 3
for with_[1] in "ab": print(with_)
del a, (b, c), o.a, with_[0]
print(with_, vars(o))
