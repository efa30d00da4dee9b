# What comes of an exception thrown into the steps of an async generator, begun or not.
async def agen(n):
    try:
        yield 1
    except ValueError as e:
        print("caught", repr(e))
        if n == 0:
            yield 2
        if n == 1:
            return
        if n == 2:
            raise KeyError(1)
    finally:
        print("finally", n)
def step(c, how, *args):
    try:
        print("value", getattr(c, how)(*args))
    except BaseException as e:
        print(how, type(e).__name__, e, "|", repr(e.__context__))
for make in ("aclose", "athrow", "asend", "anext"):
    for n in range(4):
        for thrown in (ValueError(1), GeneratorExit(), StopIteration(3), StopAsyncIteration()):
            print("--", make, n, type(thrown).__name__)
            a = agen(n)
            step(a.asend(None), "send", None)
            c = a.aclose() if make == "aclose" else a.athrow(TypeError("thrown")) if make == "athrow" else a.asend(3) if make == "asend" else a.__anext__()
            step(c, "throw", thrown)
            step(c, "send", None)
            step(c, "throw", ValueError(4))
            step(a.asend(None), "send", None)
            step(c, "close")
            print(a.ag_running, a.ag_frame is None)
print("== not begun")
for make in ("aclose", "athrow", "asend"):
    a = agen(1)
    c = a.aclose() if make == "aclose" else a.athrow(TypeError("thrown")) if make == "athrow" else a.asend(None)
    step(c, "throw", ValueError(2))
    step(a.asend(None), "send", None)
    print(a.ag_running)
    a = agen(1)
    c = a.aclose() if make == "aclose" else a.athrow(TypeError("thrown")) if make == "athrow" else a.asend(None)
    step(c, "close")
    step(c, "send", None)
    step(c, "throw", ValueError(2))
    step(a.asend(None), "send", None)
