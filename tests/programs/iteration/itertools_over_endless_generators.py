import itertools as it
def primes():
    yield 2
    ps = [2]
    for n in it.count(3, 2):
        if all(n % p for p in it.takewhile(lambda p: p * p <= n, ps)):
            ps.append(n)
            yield n
print(list(it.islice(primes(), 15)))
def fib(a=0, b=1):
    while True:
        yield a
        a, b = b, a + b
print([x for x in it.takewhile(lambda x: x < 100, fib()) if x % 2 == 0])
def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)):
            yield from flatten(i)
        else:
            yield i
print(list(flatten([1, [2, (3, [4, [5]]), 6], [], [[[]]], 7])))
a, b = it.tee(fib(), 2)
next(b)
print(list(it.islice(zip(a, b), 5)))
print([list(g) for k, g in it.groupby("aaabbcaa")], list(it.chain.from_iterable(["ab", "cd"])))
print(list(it.accumulate([1, 2, 3, 4], lambda a, b: a * b)), list(it.pairwise("abcd")), list(it.starmap(pow, [(2, 3), (3, 2)])))
print(list(it.zip_longest("abc", "x", fillvalue="-")), list(it.compress("abcdef", [1,0,1,0,1,1])) if hasattr(it, "compress") else None)
