def search(limit):
    for i in range(limit):
        got = yield i
        if got == "found":
            print("break at", i)
            break
    else:
        yield "not found"
    while limit:
        limit -= 1
        yield -limit
    else:
        yield "while else"


s = search(3)
print(next(s), next(s), s.send("found"), list(s))
print(list(search(1)))
