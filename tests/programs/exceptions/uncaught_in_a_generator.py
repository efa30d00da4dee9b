def source():
    yield 1
    raise ValueError("source is dry")


def double(src):
    for x in src:
        yield x * 2


total = 0
for v in double(source()):
    total += v
    print(total)
