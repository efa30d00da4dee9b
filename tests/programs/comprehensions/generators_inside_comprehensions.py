def g(n):
    for i in range(n):
        yield i


print([list(g(n)) for n in range(3)], {n: sum(g(n)) for n in (2, 4)}, [x for n in (1, 2) for x in g(n)])
print(list(x + y for x in g(2) for y in g(2)), [next(it) for it in [iter(g(3))] * 3])
its = [g(3) for _ in range(2)]
print([next(i) for i in its], [next(i) for i in its], [list(i) for i in its])
print(sum(x for x in (y for y in g(5) if y % 2)), max(max(g(n), default=-1) for n in range(3)))
