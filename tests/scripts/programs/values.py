from collections import deque


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return self.x == other.x

    def __len__(self):
        return 2

    @property
    def sum(self):
        return self.x + self.y


class Stack(list):
    pass


def gather(limit):
    numbers = [3, 1, 2]
    shared = numbers
    nested = {"list": numbers, (1, 2): {4, 5}, "deque": deque([1, 2], 3)}
    nested["self"] = nested
    point = Point(numbers, None)
    twin = Point(1, 2)
    stack = Stack([1, 2])
    error = ValueError("x", 1)
    half = 0.5
    text = "é\"'\\\n"
    long = "ab" * 2000
    frozen = frozenset([1])
    part = slice(1, 3)
    many = range(2, 8)
    later = (n for n in many)
    while True:
        got = yield limit
        numbers.append(got)
        if got is None:
            return


machine = gather(7)
next(machine)
machine.send(9)
print("done")
