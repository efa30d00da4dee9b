def nest(n):
    if n == 0:
        got = yield "bottom"
        return got
    r = yield from nest(n - 1)
    return r + 1


it = nest(30)
print(next(it))
try:
    it.send(0)
except StopIteration as e:
    print(e.value)


def count_down(n):
    if n:
        yield n
        yield from count_down(n - 1)


print(sum(count_down(20)), list(count_down(3)))
