from collections import deque


class Emptying:
    def __eq__(self, other):
        q.clear()
        return False


for act in (lambda: 3 in q, lambda: q.index(3), lambda: q.count(3), lambda: q.remove(3)):
    q = deque([Emptying(), 1, 2])
    try:
        print(act())
    except (RuntimeError, IndexError) as e:
        print(type(e).__name__, e)
q = deque([1, 2])
print(2 in q, 3 in q, q.count(1), q.index(2))
