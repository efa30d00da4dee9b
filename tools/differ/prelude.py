"""What every program begins with: how exceptions are told, and classes that the statements use."""

TELL = '''\
class Custom(Exception):
    pass
def tell(e, seen=()):
    if e is None:
        return "-"
    if any(e is s for s in seen):
        return "again"
    seen += (e,)
    if isinstance(e, BaseExceptionGroup):
        text = e.message + "[" + ", ".join(tell(x, seen) for x in e.exceptions) + "]"
    else:
        text = ", ".join(repr(a) for a in e.args if isinstance(a, (int, str, tuple)))
    text = f"{type(e).__name__}({text})"
    if e.__cause__ is None and e.__context__ is None and not e.__suppress_context__:
        return text
    return f"{text}<cause {tell(e.__cause__, seen)} context {tell(e.__context__, seen)} {e.__suppress_context__}>"
def show(place, e):
    print(place, tell(e))
class Count:
    def __init__(self, n, error=None):
        self.n = n
        self.error = error
    def __iter__(self):
        return self
    def __next__(self):
        self.n -= 1
        if self.n >= 0:
            return self.n
        if self.error:
            raise self.error
        raise StopIteration
class Thrown(Count):
    def send(self, value):
        print("send", value)
        return next(self)
    def throw(self, *args):
        print("throw", len(args))
        if self.n % 2:
            return next(self)
        raise args[0]
    def close(self):
        print("close", self.n)
class Manager:
    def __init__(self, name, swallow=False, fail=None):
        self.name = name
        self.swallow = swallow
        self.fail = fail
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, e, traceback):
        print("exit", self.name, tell(e))
        if self.fail:
            raise self.fail
        return self.swallow
'''

ASYNC = '''\
import asyncio
class AsyncManager:
    def __init__(self, name, swallow=False, enter=None, leave=None, fail=None):
        self.name = name
        self.swallow = swallow
        self.enter = enter
        self.leave = leave
        self.fail = fail
    async def __aenter__(self):
        print("enter", self.name)
        if self.enter is not None:
            await asyncio.sleep(self.enter)
        return self
    async def __aexit__(self, kind, e, traceback):
        print("exit", self.name, tell(e))
        if self.leave is not None:
            await asyncio.sleep(self.leave)
        if self.fail:
            raise self.fail
        return self.swallow
class AsyncCount:
    def __init__(self, n, delay=None):
        self.n = n
        self.delay = delay
    def __aiter__(self):
        return self
    async def __anext__(self):
        if self.delay is not None:
            await asyncio.sleep(self.delay)
        self.n -= 1
        if self.n < 0:
            raise StopAsyncIteration
        return self.n
'''
