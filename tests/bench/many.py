def ticket(number):
    yield number
    yield -number


def hold(n):
    waiting = [ticket(i) for i in range(n)]
    total = 0
    for t in waiting:
        total += next(t)
    for t in waiting:
        total += next(t)
    return total


print(hold(int(input())))
