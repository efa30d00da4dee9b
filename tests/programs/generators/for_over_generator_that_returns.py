def g():
    yield 1
    return "ignored by for"


for x in g():
    print(x)
else:
    print("else")


def empty():
    return
    yield


def bare():
    yield
    return


for x in empty():
    print("never")
print(list(bare()), list(empty()), [*g()], tuple(g()), dict(zip(g(), "a")))
a, = g()
print(a)


def collect():
    result = yield from g()
    yield result


print(list(collect()))
