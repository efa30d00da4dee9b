from collections import Counter, defaultdict, deque

items = [1, 2]
items.__init__([3])
print(items)
items.__init__()
print(items)
names = {1}
names.__init__(x for x in "ab")
print(sorted(names))
names.__init__()
print(names)
table = {1: 2}
table.__init__(a=3)
print(table)
q = deque([1, 2])
q.__init__([3, 4])
print(q)
q.__init__(x for x in "abc")
print(q)
c = Counter("a")
c.__init__("b")
print(c)
d = defaultdict(int, a=1)
d.__init__(list, b=2)
print(d)


class Stack(list):
    def __init__(self, *items):
        super().__init__(items)

    def reset(self):
        self.__init__()


class Twice(deque):
    def __init__(self, *items):
        super().__init__([0])
        super().__init__(items)


s = Stack(1, 2)
s.reset()
print(s, Twice(1, 2))


class Equal:
    def __eq__(self, other):
        q.append(1)
        return True


def attempt(f, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)


q = deque([Equal(), 1])
attempt(q.count, 3)


class Endless:
    def __getitem__(self, i):
        return i


attempt(reversed, Endless())
attempt(enumerate, [], 1, 2)
attempt(enumerate, [], x=1)
attempt(enumerate, "ab", start="c")
attempt(lambda: list(enumerate(iterable="ab", start=3)))
