def f():
    return next(iter([]))


try:
    f()
except StopIteration as e:
    print("stop", e.args)
print(list(map(lambda x: x, [1])))


def stops(x):
    if x == 2:
        raise StopIteration
    return x


print(list(map(stops, [1, 2, 3])))
print([y for y in (1, 3)])
try:
    print(list(stops(x) for x in [1, 2]))
except RuntimeError as e:
    print(e)
try:
    print([stops(x) for x in [1, 2]])
except StopIteration as e:
    print("comprehension let it through")
