def g(a, b=2):
    print("body", a, b)
    yield a


try:
    g()
except TypeError as e:
    print(e)
try:
    g(1, 2, 3)
except TypeError as e:
    print(e)
it = g(1, b=5)
print("made")
print(list(it))


def default(x=print("default evaluated")):
    yield x


print(list(default()))
