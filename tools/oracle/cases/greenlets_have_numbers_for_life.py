from greenlet import greenlet, getcurrent
main = getcurrent()
def work():
    main.switch()
a, b = greenlet(work), greenlet(work)
a.switch()
b.switch()
a.switch()
del a
c = greenlet(work)
c.switch()
