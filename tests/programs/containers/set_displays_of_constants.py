def f(x): return {*x, 3}
print(f({17, 1, 9, 25, 33, 41}), f([17, 1, 9, 25, 33, 41]), f({17:1, 9:2, 25:3}), f("abcdefg"), f(i for i in range(3)))
try: f(3)
except TypeError as e: print(e)
try: f([[]])
except TypeError as e: print(e)
print({*{17, 1, 9, 25, 33, 41}}, {*{17, 1, 9, 25, 33, 41}, *{3, 19, 35}})
def g():
    return {"spam", "eggs", "ham", "foo", "bar", "baz"}
print(g())
for x in {"spam", "eggs", "ham", "foo", "bar", "baz"}:
    print(x)
for x in {
    1,
    2
}:
    print(x)
print([x for x in {"spam", "eggs", "ham", "foo", "bar", "baz"}], 3 in {1, 2, 3}, [] == {}, 4 not in {1, 2})
try: [] in {1, 2, 3}
except TypeError as e: print(e)
print(set([17, 1, 9, 25, 33, 41]), frozenset({17, 1, 9, 25, 33, 41}), {1.0, 1, True}, {0, False, -1, -2})
def h():
    a = {1, 2, 3}
    a.add(4)
    return a
print(h(), h())
