f = lambda: (yield "from lambda")
g = f()
print(next(g))
try:
    g.send("value")
except StopIteration as e:
    print(e.value)


def outer():
    items = []
    for x in (y * 2 for y in range(3)):
        items.append((yield x))
    return items


o = outer()
v = next(o)
try:
    while True:
        v = o.send(v + 1)
except StopIteration as e:
    print(e.value)
