from greenlet import greenlet, GreenletExit


def f():
    while True:
        try:
            g.parent.switch("waiting")
        except ValueError as e:
            print("inside", e)


g = greenlet(f)
print(g.switch())
print(g.throw(ValueError("thrown")))
print(repr(g.throw(GreenletExit)), g.dead)
h = greenlet(f)
try:
    h.throw(KeyError("not started"))
except KeyError as e:
    print(e, h.dead)
i = greenlet(lambda: print("never"))
print(repr(i.throw()), i.dead)
