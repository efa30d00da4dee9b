def philosopher(name, left, right, forks):
    eaten = 0
    while eaten < 2:
        if forks[left] is None and forks[right] is None:
            forks[left] = forks[right] = name
            yield f"{name} eats"
            forks[left] = forks[right] = None
            eaten += 1
        yield None


forks = [None] * 3
table = [philosopher(n, i, (i + 1) % 3, forks) for i, n in enumerate("ABC")]
while table:
    for p in list(table):
        try:
            said = next(p)
            if said:
                print(said)
        except StopIteration:
            table.remove(p)
print(forks)
