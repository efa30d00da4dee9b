def mutual(n):
    return other(n + 1)


def other(n):
    return mutual(n + 1)


def forever(n):
    return forever(n + 1)


try:
    mutual(0)
except RecursionError as e:
    print(type(e).__name__)
print("done")
