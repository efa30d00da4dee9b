values = [3, 1, 0, 5]


def pop():
    v = values.pop(0)
    print("pop", v)
    return v


print(list(iter(pop, 0)), values)
it = iter([1, 2, 3])
print(next(it), next(it, "x"), next(it), next(it, "x"))
try:
    next(it)
except StopIteration as e:
    print("stop", e.args)
try:
    iter(5, 0)
except TypeError as e:
    print(e)
