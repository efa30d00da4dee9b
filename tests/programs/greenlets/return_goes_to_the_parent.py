from greenlet import greenlet, getcurrent


def child():
    print("child runs", getcurrent() is c)
    return "value"


def parent_run():
    print("parent got", c.switch())
    return "parent value"


p = greenlet(parent_run)
c = greenlet(child, p)
print(c.parent is p, bool(c), c.dead)
print(p.switch())
print(c.dead, p.dead, bool(p), getcurrent().parent)
print(c.switch())
