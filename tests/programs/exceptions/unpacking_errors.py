for act in ("a, b = 1, 2, 3", "too few", "not iterable", "starred"):
    try:
        if act == "too few":
            a, b, c = [1, 2]
        elif act == "not iterable":
            a, b = 5
        elif act == "starred":
            a, *b, c, d = [1, 2]
        else:
            a, b = 1, 2, 3
    except (ValueError, TypeError) as e:
        print(act, "->", e)
try:
    for a, b in [(1, 2), (3,)]:
        print(a, b)
except ValueError as e:
    print(e)
