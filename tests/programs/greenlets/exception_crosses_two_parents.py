from greenlet import greenlet, getcurrent


def inner():
    raise LookupError("from inner")


def outer():
    print("outer waits")
    try:
        i.switch()
    finally:
        print("outer unwinds")


o = greenlet(outer)
i = greenlet(inner, o)
try:
    o.switch()
except LookupError as e:
    print("main caught", e)
print(o.dead, i.dead, getcurrent().parent)
