from greenlet import greenlet, getcurrent
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
def run():
    x = mk("in greenlet")
    try:
        main.switch(1)
    finally:
        print("greenlet ends", a is not None)
main = getcurrent()
gl = [greenlet(run)]
gl[0].switch()
c = mk("c")
