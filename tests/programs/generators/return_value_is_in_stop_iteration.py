def g(n):
    for i in range(n):
        yield i
    return n * 100


it = g(1)
print(next(it))
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args, repr(e))


def outer():
    r = yield from g(2)
    print("got", r)
    return r + 1


def outermost():
    print("result", (yield from outer()))


print(list(outermost()))
print(list(g(3)), sum(g(4)))
