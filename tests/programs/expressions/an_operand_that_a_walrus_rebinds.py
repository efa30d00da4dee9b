def in_defaults():
    x = 1
    print(x + (lambda a=(x := 7): a)(), x)
    x = 1
    print(x < (lambda *, k=(x := 9): k)(), x)
    x = 1
    print([x, (lambda a=(x := 5): a)(), x])


def in_every_kind(f=lambda *a, **k: a):
    x = 1
    print(x + -(x := 2), x)
    print(x + ((x := 3) and x), x)
    print(x + (0 < (x := 4)), x)
    print(x + (1 if (x := 5) else 2), x)
    print((x,) + f(*[x := 6], k=(x := 7)), x)
    print(x + (x := 8).real, x)
    print(x + [1, 2][(x := 1)], x)
    print([x] + [1, 2, 3][(x := 2) : (x := 3)], x)
    print([x] + [*(x := 4,)], x)
    print([x] + list({(x := 5): (x := 6)}), x)
    x = "a"
    print(x + f"{(x := 'b')}{1:{(x := '3')}}", x)


in_defaults()
in_every_kind()
