def make():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return fs


print([f() for f in make()])
print([f() for f in [lambda i=i: i for i in range(3)]])
print([f() for f in [lambda: j for j in range(3)]])


def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def read():
        return n

    return up, read


up, read = counter()
up()
up(5)
print(read(), counter()[1]())
