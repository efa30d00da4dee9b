calls = []


def key(x):
    calls.append(x)
    return -x


print(sorted([2, 3, 1], key=key), calls)


class Card:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("cmp", self.n, other.n)
        return self.n < other.n


print([c.n for c in sorted([Card(2), Card(1)])])
