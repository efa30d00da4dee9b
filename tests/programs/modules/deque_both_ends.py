from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), d, len(d), d[0], d[-1], 2 in d)
d.extend("ab")
d.extendleft("xy")
print(d, d.count("a"), d.index("a"))
d.rotate(2)
print(d)
d.rotate(-1)
d.remove("a")
d.reverse()
print(list(d), d == deque(list(d)), bool(deque()))
recent = deque(maxlen=3)
for i in range(5):
    recent.append(i)
print(recent, recent.maxlen, list(reversed(recent)))
recent.appendleft(9)
print(recent)
for bad in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d.remove("q"), lambda: d[99]):
    try:
        bad()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
