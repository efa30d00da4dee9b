log = []
def trace(f):
    def w(*a):
        log.append("  " * w.depth + f"{f.__name__}{a}")
        w.depth += 1
        try: return f(*a)
        finally: w.depth -= 1
    w.depth = 0
    return w
@trace
def ack(m, n):
    if m == 0: return n + 1
    if n == 0: return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
print(ack(1, 2)); print("\n".join(log))
def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield f"{a}->{c}"
        yield from hanoi(n - 1, b, a, c)
print(" ".join(hanoi(3)))
def perms(l):
    if not l: yield []
    for i, x in enumerate(l):
        for p in perms(l[:i] + l[i + 1:]): yield [x] + p
print(list(perms([1, 2, 3])))
def queens(n, row=0, cols=()):
    if row == n: yield cols
    else:
        for c in range(n):
            if all(c != q and abs(c - q) != row - r for r, q in enumerate(cols)):
                yield from queens(n, row + 1, cols + (c,))
print(next(queens(6)), sum(1 for _ in queens(5)))
def collatz(n):
    while True:
        yield n
        if n == 1: return
        n = n // 2 if n % 2 == 0 else 3 * n + 1
print(*collatz(6)); print(max(collatz(27)))
def merge(*its):
    heads = []
    for it in map(iter, its):
        for v in it:
            heads.append([v, it]); break
    while heads:
        h = min(heads, key=lambda p: p[0])
        yield h[0]
        try: h[0] = next(h[1])
        except StopIteration: heads.remove(h)
print(list(merge([1, 4, 7], [2, 5], [3])))
def window(it, n=2):
    it = iter(it); w = []
    for x in it:
        w.append(x)
        if len(w) == n:
            yield tuple(w); w.pop(0)
print(list(window("abcd")), list(window(range(4), 3)))
