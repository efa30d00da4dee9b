def outer(n):
    total = 0

    def add(x):
        nonlocal total
        total += x
        return get()

    def get():
        return total * n

    add(1)
    total += 10
    return add(2), total


print(outer(2))


def make_pair():
    x = "start"

    def setter(v):
        nonlocal x
        x = v

    return lambda: x, setter


get, put = make_pair()
put("new")
print(get())


def deleted():
    y = 1

    def use():
        return y

    del y
    try:
        use()
    except NameError as e:
        print(e)


deleted()
