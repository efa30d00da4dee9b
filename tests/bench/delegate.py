def nested(depth, n):
    if depth > 0:
        yield from nested(depth - 1, n)
        return
    for i in range(n):
        yield i


for item in nested(100, int(input())):
    pass
