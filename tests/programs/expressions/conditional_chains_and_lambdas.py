f = lambda n: "neg" if n < 0 else "zero" if not n else "pos"
print([f(n) for n in (-1, 0, 1)])
pick = {"add": lambda a, b: a + b, "sub": lambda a, b: a - b}
print(pick["add"](1, 2), pick.get("mul", lambda a, b: None)(1, 2))
print((lambda *a, **k: (a, k))(*[1], **{"x": 2}), (lambda: (yield))().__class__.__name__)
x = 5
print(1 if x > 3 and not x == 4 or x else 2, (x or 1 / 0), x and 0 and 1 / 0)
print("yes" if [] or {} or "s" else "no", not (1 and ""), 0 or [] or None)
y = [i if i % 2 else (j for j in range(i)) for i in range(2)]
print(list(y[0]), y[1])
