def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield f"{a}>{c}"
        yield from hanoi(n - 1, b, a, c)


moves = hanoi(3)
print(next(moves), next(moves))
print(*moves)
