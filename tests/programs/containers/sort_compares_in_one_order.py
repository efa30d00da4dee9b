import random


class Item:
    def __init__(self, key, place):
        self.key = key
        self.place = place

    def __lt__(self, other):
        compared.append((self.place, other.place))
        return self.key < other.key


def shapes(n):
    yield "random", [random.randrange(n) for i in range(n)]
    yield "few", [random.randrange(5) for i in range(n)]
    yield "sorted", list(range(n))
    yield "reversed", list(range(n, 0, -1))
    yield "saw", [i % 37 for i in range(n)]
    yield "falling saw", [-i % 53 for i in range(n)]
    yield "organ", [min(i, n - i) for i in range(n)]
    yield "blocks", [i // 50 * 7 % 13 for i in range(n)]
    yield "halves", list(range(0, n, 2)) + list(range(1, n, 2))
    yield "tail", list(range(n - 10)) + [random.randrange(n) for i in range(10)]


def digest(pairs):
    h = 0
    for a, b in pairs:
        h = (h * 31 + a * 1009 + b) % 1000000007
    return h


random.seed(3)
compared = []
for n in 64, 100, 333:
    for name, keys in shapes(n):
        for reverse in False, True:
            compared.clear()
            items = [Item(k, i) for i, k in enumerate(keys)]
            items.sort(reverse=reverse)
            print(n, name, reverse, len(compared), digest(compared), digest((x.place, 0) for x in items))

compared.clear()
sorted(Item(i * 29 % 70, i) for i in range(70))
print(compared)
compared.clear()
sorted((Item(random.randrange(1000), i) for i in range(1000)), reverse=True)
print(len(compared), digest(compared))
