from greenlet import greenlet


def deep(n):
    if n == 0:
        return main.switch("bottom")
    r = deep(n - 1)
    return r + 1


def run():
    print("result", deep(5))
    return "end"


g = greenlet(run)
main = g.parent
print(g.switch())
print("the frames wait")
print(g.switch(100))
