class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value += n


def run(n):
    counter = Counter()
    for i in range(n):
        counter.add(i)
    return counter.value


print(run(int(input())))
