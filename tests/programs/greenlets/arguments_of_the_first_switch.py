from greenlet import greenlet


def f(a, b=2, *rest, k=None):
    print(a, b, rest, k)
    x = g.parent.switch("one")
    print("one value", x)
    x = g.parent.switch("a", "pair")
    print("no value", x)
    x = g.parent.switch()
    print("keywords", x)
    return a


g = greenlet(f)
print(g.switch(1, k="key"))
print(g.switch("v"))
print(g.switch())
print(g.switch(p=1, q=2))
