def check(values):
    for v in values:
        assert v > 0, f"not positive: {v}"
    assert sum(values) > 10


check([5, 6])
try:
    check([0])
except AssertionError as e:
    print(e)
check([1, 2])
