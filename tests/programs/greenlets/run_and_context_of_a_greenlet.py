from greenlet import greenlet, getcurrent


def said(what, f):
    try:
        print(what, f())
    except (AttributeError, TypeError) as e:
        print(what, type(e).__name__, e)


def work():
    back = main.switch("in")
    said("running", lambda: g.run)
    return back


class Worker(greenlet):
    def run(self):
        return "by a method"


main = getcurrent()
g = greenlet(work)
bare = greenlet()
said("main", lambda: main.run)
said("main is set", lambda: setattr(main, "run", work))
said("main is deleted", lambda: delattr(main, "run"))
said("bare", lambda: bare.run)
said("new", lambda: g.run is work)
g.switch()
said("begun", lambda: g.run)
said("begun is set", lambda: setattr(g, "run", work))
g.switch("out")
said("dead", lambda: g.run)
said("dead is deleted", lambda: delattr(g, "run"))
bare.run = work
del bare.run
said("deleted", lambda: bare.run)
said("without", lambda: bare.switch())
w = Worker()
said("method", lambda: w.run.__name__)
said("method gives", lambda: w.switch())
said("method of a dead one", lambda: w.run.__name__)

for h in main, greenlet(work):
    print(h.gr_context, h._stack_saved)
    h.gr_context = None
    said("context", lambda: setattr(h, "gr_context", 5))
    said("no context", lambda: delattr(h, "gr_context"))
    said("saved", lambda: setattr(h, "_stack_saved", 5))
    said("frame", lambda: setattr(h, "gr_frame", None))
    said("parent", lambda: setattr(h, "parent", "x"))
