def a():
    other = yield
    for i in range(2):
        print("a", i)
        try:
            other.send(i)
        except ValueError as e:
            print(e)
        except StopIteration:
            print("a sees the end")
        yield


def b(first):
    while True:
        got = yield
        print("b got", got)
        try:
            next(first)
        except ValueError as e:
            print("b:", e)


x = a()
next(x)
y = b(x)
next(y)
x.send(y)
next(x)
x.close()
y.close()
