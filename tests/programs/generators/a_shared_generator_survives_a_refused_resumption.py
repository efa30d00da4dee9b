# A generator that another delegates to is resumed by hand where no frame is
# left: the refusal changes nothing, and the delegator goes on.
def inner():
    yield 1
    yield 2


def outer(it):
    yield from it


def dive():
    global refused
    try:
        dive()
    except RecursionError:
        if refused is None:
            try:
                next(shared)
            except RecursionError:
                refused = True


refused = None
shared = inner()
a = outer(shared)
print(next(a))
dive()
print(refused)
print(next(a), next(a, "end"))
