from itertools import chain, dropwhile, filterfalse, islice, starmap, takewhile


def tell(name, xs):
    for x in xs:
        print(name, x)
        yield x


print(list(islice(chain(tell("a", [1]), tell("b", [2, 3])), 2)))
print(list(takewhile(lambda x: x < 2, tell("t", [1, 2, 3]))))
print(list(dropwhile(lambda x: x < 2, [1, 2, 1])), list(chain.from_iterable(["ab", "c"])))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(filterfalse(lambda x: x % 2, range(5))))
it = tell("i", range(5))
print(list(islice(it, 1, 4, 2)), next(it))
