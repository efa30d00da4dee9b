def counter_coroutine(n):
    for i in range(n):
        yield i
        yield -i


class CounterSubroutine:
    def __init__(self, n):
        self.n, self.i, self.negative = n, 0, False

    def step(self):
        if self.i == self.n:
            return None
        if self.negative:
            self.negative = False
            self.i += 1
            return -(self.i - 1)
        self.negative = True
        return self.i


co, sub = counter_coroutine(2), CounterSubroutine(2)
while True:
    a, b = next(co, None), sub.step()
    print(a, b, a == b)
    if a is None:
        break
