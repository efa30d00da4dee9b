def gen(n):
    x = yield (
        n
    )
    y = [
        (yield 1),
        (yield
         2)
    ]
    z = yield from (
        i
        for i in
        range(2)
    )
    print(x, y, z); yield; yield 5
    return (
        yield 6
    )
g = gen(0)
v = next(g)
while True:
    try: v = g.send(v); print(v)
    except StopIteration as e:
        print(e.value); break
def lam():
    f = lambda: (yield 1)
    return list(f())
print(lam())
print([
    (a,
     b)
    for a in range(2)
    for b in
    range(2)
    if (
        a
        != b)
], {
    k:
    v
    for k, v in
    [(1, 2)]
}, {
    s
    for s in "ab"
} and sum(
    t * 2
    for t in (1,
              2)
))
