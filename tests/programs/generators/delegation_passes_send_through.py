def inner():
    got = []
    while True:
        x = yield len(got)
        if x is None:
            return got
        got.append(x)


def outer():
    while True:
        result = yield from inner()
        print("inner gave", result)
        if not result:
            return


o = outer()
print(next(o), o.send("a"), o.send("b"))
print(o.send(None))
print(o.send("c"), next(o))
print(next(o, "end"))
