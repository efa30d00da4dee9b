from collections import deque


def window(src, n):
    last = deque(maxlen=n)
    for x in src:
        last.append(x)
        if len(last) == n:
            yield tuple(last)


def mean(src):
    for w in src:
        yield sum(w) / len(w)


def rising(src):
    before = None
    for x in src:
        if before is not None and x > before:
            yield before, x
        before = x


data = [1, 3, 2, 6, 4, 8]
print(list(window(data, 3)))
print(list(rising(mean(window(data, 2)))))
