def g(n):
    try:
        yield n
    finally:
        print("closing", n)
        print(sorted(k for k in globals() if not k.startswith("__")))
def mk(n):
    x = g(n)
    next(x)
    return x
a = [mk("in list a")]
b = {"k": mk("in dict b")}
c = mk("c")
_u = mk("_u")
