from itertools import count, cycle, islice, repeat, takewhile

print(list(islice(count(5), 3)), list(islice(count(1, 0.5), 3)), list(islice(cycle("ab"), 5)), list(repeat("x", 2)))
print(list(takewhile(lambda n: n < 20, (n * n for n in count()))), list(islice(repeat(1), 2)), next(repeat(7)))
print(list(zip(count(), "ab")), list(map(pow, range(4), repeat(2))))
c = count(10, -3)
print(next(c), next(c), c, repeat("a", 3))
print(list(cycle([])), list(islice("abcdef", 2)), list(islice("abcdef", 1, None, 2)), list(islice("abc", 1, 10)))
try:
    islice([1], -1)
except ValueError as e:
    print(e)
