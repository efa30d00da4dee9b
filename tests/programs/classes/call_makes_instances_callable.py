class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *more, scale=1):
        return (self.n + x + sum(more)) * scale


add = Adder(10)
print(add(1), add(1, 2, 3), add(1, scale=2), list(map(add, range(3))), callable(add))


class Plain:
    pass


try:
    Plain()()
except TypeError as e:
    print(e)
try:
    Plain(1)
except TypeError as e:
    print(e)
try:
    Adder()
except TypeError as e:
    print(e)
