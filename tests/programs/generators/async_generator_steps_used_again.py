# The awaitables of an async generator, driven by hand: each serves once.
import types


@types.coroutine
def pause(value):
    return (yield value)


async def numbers():
    await pause("before 1")
    yield 1
    await pause("before 2")
    yield 2


def attempt(what, f):
    try:
        print(what, "->", f())
    except BaseException as e:
        print(what, "->", type(e).__name__, e)


g = numbers()
first, second = g.__anext__(), g.asend(None)
attempt("first", lambda: first.send(None))
print("running", g.ag_running)
attempt("second too early", lambda: second.send(None))
attempt("first", lambda: first.send(None))
print("running", g.ag_running)
attempt("first again", lambda: first.send(None))
attempt("throw into first", lambda: first.throw(ValueError("late")))
third = g.athrow(KeyError("third"))
attempt("third", lambda: third.send(None))
attempt("third again", lambda: third.send(None))

g = numbers()
attempt("value at once", lambda: g.asend("too early").send(None))
print("running", g.ag_running)
attempt("close", lambda: g.aclose().send(None))
attempt("close again", lambda: g.aclose().send(None))
