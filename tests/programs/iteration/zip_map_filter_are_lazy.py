def show(x):
    print("show", x)
    return x


m = map(show, [1, 2, 3])
print("made")
print(next(m), list(m), list(m))
f = filter(None, [0, 1, "", "a", None])
print(list(f), list(filter(lambda x: x > 1, [1, 2, 3])))
z = zip([1, 2, 3], "ab")
print(next(z), list(z), list(zip()), list(zip("ab")), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])))
for strict in ([1], [1, 2, 3]):
    try:
        print(list(zip(strict, "ab", strict=True)))
    except ValueError as e:
        print(e)
print(iter(m) is m, type(m).__name__, type(f).__name__, type(z).__name__)
