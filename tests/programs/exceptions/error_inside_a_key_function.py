def key(x):
    if x == 3:
        raise ValueError(f"no key for {x}")
    return -x


for act in (lambda: sorted([1, 3, 2], key=key), lambda: list(map(key, [1, 3])), lambda: max([1, 3], key=key),
            lambda: [key(v) for v in (1, 3)], lambda: {v: key(v) for v in (2, 3)}, lambda: sum(key(v) for v in (1, 3))):
    try:
        print(act())
    except ValueError as e:
        print("caught", e)
