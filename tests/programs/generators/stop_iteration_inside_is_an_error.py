def bad():
    yield 1
    raise StopIteration("mine")


def worse():
    yield next(iter([]))


for f in (bad, worse):
    it = f()
    try:
        print(list(it))
    except RuntimeError as e:
        print(e, repr(e.__cause__))


def takes(it):
    while True:
        try:
            yield next(it)
        except StopIteration:
            return "clean"


print(list(takes(iter([1, 2]))))
