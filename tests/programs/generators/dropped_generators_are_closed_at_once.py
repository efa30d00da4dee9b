def g(name):
    try:
        yield name
    finally:
        print("closed", name)


def use():
    it = g("local")
    next(it)
    print("leaving")


use()
keep = [g("a"), g("b")]
for k in keep:
    next(k)
keep.pop()
print("popped")
keep = None
print("rebound")
next(g("temporary"))
print("end of temporary")
x = g("old")
next(x)
x = g("new")
print(next(x))
