def queens(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    for col in range(n):
        if all(c != col and abs(c - col) != len(placed) - row for row, c in enumerate(placed)):
            yield from queens(n, placed + (col,))


solutions = queens(5)
print(next(solutions), next(solutions))
print(sum(1 for _ in queens(5)))
