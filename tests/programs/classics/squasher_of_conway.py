def read(cards):
    for card in cards:
        yield from card
        yield " "


def squash(chars):
    for c in chars:
        if c == "*":
            n = next(chars, None)
            if n == "*":
                yield "^"
            else:
                yield c
                if n is not None:
                    yield n
        else:
            yield c


def write(chars, width):
    line = ""
    for c in chars:
        line += c
        if len(line) == width:
            yield line
            line = ""
    if line:
        yield line.ljust(width, ".")


for line in write(squash(read(["a**b", "*c", "d**"])), 5):
    print(line)
