def check(x):
    assert x, f"bad value {x!r}"
    assert x > 1
    return x


for v in (2, 1, 0, ""):
    try:
        print(check(v))
    except AssertionError as e:
        print(repr(e), str(e) == "", e.args)
