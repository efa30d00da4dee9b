def g(n):
    try:
        yield n
    finally:
        print("closing", n)
def mk(n):
    x = g(n)
    next(x)
    return x
a = [mk("a")]
def f():
    loc = mk("local of f")
    loc2 = [mk("local2 of f")]
    1 / 0
cyc = [mk("cycle")]
cyc.append(cyc)
del cyc
c = mk("c")
f()
