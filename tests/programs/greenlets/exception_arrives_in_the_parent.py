from greenlet import greenlet


def fails():
    raise ValueError("from the child")


g = greenlet(fails)
try:
    g.switch()
except ValueError as e:
    print("caught", e)
print(g.dead)


def middle():
    try:
        inner.switch()
    except KeyError as e:
        print("middle caught", e)
    return "middle done"


m = greenlet(middle)
inner = greenlet(lambda: {}["k"], m)
print(m.switch())
