from greenlet import greenlet


def inner():
    raise ValueError("in the greenlet")


def start():
    g = greenlet(inner)
    g.switch()


start()
