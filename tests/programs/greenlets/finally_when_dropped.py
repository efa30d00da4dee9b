from greenlet import greenlet, GreenletExit


def f():
    try:
        g.parent.switch("in")
    except GreenletExit as e:
        print("exit", type(e).__name__)
        raise
    finally:
        print("finally")


g = greenlet(f)
print(g.switch())
result = g.throw()
print(type(result).__name__, g.dead)


def quiet():
    try:
        h.parent.switch()
    except GreenletExit:
        return "instead"


h = greenlet(quiet)
h.switch()
print(h.throw())
