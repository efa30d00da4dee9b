def stats(xs):
    return min(xs), max(xs), sum(xs) / len(xs)


lo, hi, mean = stats([1, 2, 6])
print(lo, hi, mean, stats([5]))


def nothing():
    return


def falls_off():
    1 + 1


def early(x):
    if x:
        return "early"
    x = "late"
    return x


print(nothing(), falls_off(), early(1), early(0), *stats([2]))
