def half(x):
    if x % 2:
        raise ValueError(
            f"odd {x}"
        )
    return x // 2


print([half(x) for x in (2, 4)])
print({k: [half(v) for v in vs]
       for k, vs in {"a": [2], "b": [3]}.items()})
