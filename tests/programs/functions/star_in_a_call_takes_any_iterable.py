def f(*a):
    return a


def gen():
    print("gen")
    yield 1
    yield 2


print(f(*gen()), f(*{"a": 1, "b": 2}), f(*"xy", 0, *range(2)), f(*[]))
print(max(*[3, 9, 2]), [*gen(), *"ab"], (*range(2), 9), {*[1, 1]}, {**{"a": 1}})
try:
    f(*None)
except TypeError as e:
    print(e)
try:
    f(**[1])
except TypeError as e:
    print(e)
