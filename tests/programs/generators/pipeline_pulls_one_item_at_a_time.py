def numbers(n):
    for i in range(n):
        print("make", i)
        yield i


def evens(src):
    for x in src:
        if x % 2 == 0:
            print("pass", x)
            yield x


def squares(src):
    for x in src:
        yield x * x


for v in squares(evens(numbers(4))):
    print("use", v)
