def fringe(tree):
    if isinstance(tree, tuple):
        for t in tree:
            yield from fringe(t)
    else:
        yield tree


def same(a, b):
    end = object()
    fa, fb = fringe(a), fringe(b)
    while True:
        x, y = next(fa, end), next(fb, end)
        print("compare", x if x is not end else "end", y if y is not end else "end")
        if x != y:
            return False
        if x is end:
            return True


print(same((1, (2, 3)), ((1, 2), 3)))
print(same((1, 2), (1, (3, 4))))
