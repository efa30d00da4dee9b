def integers(n):
    while True:
        yield n
        n += 1


def without(p, src):
    for x in src:
        if x % p:
            yield x


def primes():
    src = integers(2)
    while True:
        p = next(src)
        yield p
        src = without(p, src)


for p in primes():
    if p > 12:
        break
    print(p)
