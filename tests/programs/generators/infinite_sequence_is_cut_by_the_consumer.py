def naturals(start=0):
    n = start
    while True:
        yield n
        n += 1


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


def sieve(it):
    p = next(it)
    yield p
    yield from sieve(x for x in it if x % p)


print(list(take(5, naturals())), list(take(6, sieve(naturals(2)))))
n = naturals()
print(next(n), list(take(2, n)), next(n))
