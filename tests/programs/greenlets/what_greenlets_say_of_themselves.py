import sys
from greenlet import greenlet, getcurrent, GreenletExit


def shown(g):
    text = repr(g)
    return text[:text.index(" at ")] + text[text.index(") ") + 1:]


def body():
    frame = sys._getframe()
    print(frame.f_back, frame.f_code.co_name)
    print(shown(getcurrent()), shown(getcurrent().parent))
    getcurrent().parent.switch("half way")
    return "done"


g = greenlet(body)
print(shown(g), g.gr_frame)
print(g.switch())
print(shown(g), g.gr_frame.f_code.co_name)
print(g.switch())
print(shown(g), g.gr_frame, shown(getcurrent()))
print(greenlet.getcurrent() is getcurrent(), greenlet.GreenletExit is GreenletExit)
for attempt in (
    lambda: greenlet().switch(),
    lambda: greenlet().throw(ValueError),
    lambda: greenlet(None).switch(),
    lambda: greenlet(body).throw("text"),
    lambda: greenlet(body).throw(ValueError, "v", "no traceback"),
    lambda: setattr(getcurrent(), "parent", getcurrent()),
    lambda: setattr(g, "parent", g),
):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
