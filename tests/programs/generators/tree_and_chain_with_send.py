def tree(n):
    if n == 0:
        return
    yield from tree(n - 1)
    got = yield n
    if got: print("got", got)
    yield from tree(n - 1)
g = tree(3)
for x in g:
    print(x, end=" ")
    if x == 2:
        print("sent ->", g.send("hi"))
print()
def chain(*its):
    for i in its:
        r = yield from i
        print("part done", r)
def part(n):
    for i in range(n): yield i
    return n * 100
print(list(chain(part(2), part(1), [7, 8])))
