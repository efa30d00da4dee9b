def g(n):
    while n:
        sent = yield (
            n,
            n * 2,
        )
        if sent:
            n += sent
        n -= 1
    result = yield from [
        "end",
    ]
    return result


it = g(1)
print(next(it))
print(it.send(1))
print(list(it))


def h():
    x = [
        (yield 1),
        (yield 2),
    ]
    print(x)


j = h()
next(j)
j.send("a")
print(next(j, "over"))
