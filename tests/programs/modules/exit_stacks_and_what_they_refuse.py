import inspect
from contextlib import ExitStack, contextmanager


def attempt(f, *args):
    try:
        print(f(*args))
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)


@contextmanager
def opened(name):
    print("open", name)
    try:
        yield name.upper()
    finally:
        print("close", name)


class Half:
    def __enter__(self):
        return self


with ExitStack() as stack:
    print([stack.enter_context(opened(name)) for name in "ab"])
    stack.callback(print, "called", "back", sep="-")
    attempt(lambda: stack.enter_context(1))
    attempt(lambda: stack.enter_context(Half()))
with ExitStack() as stack:
    stack.push(lambda *details: print("told", details[0]) or True)
    stack.enter_context(opened("c"))
    raise KeyError("k")
attempt(inspect.getgeneratorlocals, 1)
