def g():
    x = [(yield 1), (yield 2)]
    print("list", x)
    print("args", (yield 3), sep=(yield "-"))
    d = {(yield "key"): (yield "value")}
    if (yield "cond"):
        d["more"] = yield
    y = yield (yield "inner")
    return d, y


it = g()
answer = 0
try:
    v = next(it)
    while True:
        print("out", v)
        answer += 1
        v = it.send(":" if v == "-" else answer)
except StopIteration as e:
    print(e.value)
