import random

random.seed(5)
nan = float("nan")
for n in 10, 80, 300:
    items = [random.random() if random.random() < 0.9 else nan for i in range(n)]
    print(sorted(items)[:20])
    print(sorted(items, reverse=True)[:20])
    print(sorted(enumerate(items), key=lambda pair: pair[1])[:20])


class Tired:
    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        global left
        left -= 1
        if left == 0:
            raise ValueError("enough")
        return self.key < other.key


for left_at_first in 1, 5, 50, 300, 450, 600, 700, 900, 1000:
    for reverse in False, True:
        left = left_at_first
        items = [Tired(random.randrange(1000)) for i in range(150)] + [Tired(i) for i in range(80)]
        try:
            items.sort(reverse=reverse)
        except ValueError as e:
            print(e)
        print(left_at_first, [x.key for x in items])
