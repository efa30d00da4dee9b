# asyncio: an event loop on virtual time.  The order of everything follows from
# one queue of what is ready, first in first out, a heap of timers, and the rule
# that completing a future runs nobody: it only puts its callbacks at the end of
# the queue.  What stands in the queue has a method _run: a task or a handle.
# The order of events and the texts are those of CPython 3.11.7.

from functools import _dots, _once

_clock, _advance = __cosub_clock, __cosub_advance
_timer_push, _timer_pop = __cosub_timer_push, __cosub_timer_pop
_tell, _deadlock = __cosub_tell, __cosub_deadlock
_watch_task, _forget_task, _tasks = __cosub_watch_task, __cosub_forget_task, __cosub_tasks
_mourn = __cosub_mourn
_set_mourner = __cosub_set_mourner
_set_latest, _latest = __cosub_set_latest, __cosub_latest
_watch_asyncgen, _forget_asyncgen, _take_asyncgens = __cosub_watch_asyncgen, __cosub_forget_asyncgen, __cosub_take_asyncgens
_asyncgen_hooks = __cosub_asyncgen_hooks
_place, _function_place, _traceback = __cosub_place, __cosub_function_place, __cosub_traceback
_is_coroutine, _is_iterable_coroutine, _makes_coroutine = __cosub_is_coroutine, __cosub_is_iterable_coroutine, __cosub_makes_coroutine
_write, _kept = __cosub_write, __cosub_kept
_generic_alias = type(list[int])

# What __cosub_tell is told of a task (enum task_change).
MADE, RUNS, YIELDS, WAITS, WAKES, DONE, FAILED, CANCELLED_CHANGE, ASKED, NAMED = 0, 1, 2, 3, 4, 5, 6, 7, 8, 9

# The time in ns of what never comes: as far as the clock goes, 292 years.
NEVER = (1 << 63) - 1

# As many waiting tasks are named when nothing can go on.
TOLD_MOST = 100

# No more cancelled timers than that are worth making the heap anew.
CANCELLED_FEW = 100

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

TimeoutError = TimeoutError


class CancelledError(BaseException):
    __module__ = "asyncio.exceptions"


class InvalidStateError(Exception):
    __module__ = "asyncio.exceptions"


class BrokenBarrierError(RuntimeError):
    __module__ = "asyncio.exceptions"


class QueueEmpty(Exception):
    __module__ = "asyncio.queues"


class QueueFull(Exception):
    __module__ = "asyncio.queues"


class _State:
    running = None          # the loop that runs
    default = None          # what get_event_loop gives elsewhere
    default_set = False
    names = 0               # given to tasks
    timers = 0              # made


@_kept
def _refuse(kind, text, given):
    # What was given to the function that refuses lives as long as the traceback.
    raise kind(text)


# ---- how things are shown ----

def _brief(x, level=6):
    kind = type(x)
    if kind is str:
        text = repr(x[:30])
        if len(text) > 30:
            text = repr(x[:13] + x[max(13, len(x) - 14):])
            text = text[:13] + "..." + text[len(text) - 14:]
        return text
    if kind is list or kind is tuple or kind is set or kind is frozenset or kind is deque:
        return _brief_items(x, kind, level)
    if kind is dict:
        if not x:
            return "{}"
        if level <= 0:
            return "{...}"
        parts = [_brief(k, level - 1) + ": " + _brief(v, level - 1) for k, v in list(x.items())[:4]]
        if len(x) > 4:
            parts.append("...")
        return "{" + ", ".join(parts) + "}"
    text = repr(x)
    most = 40 if kind is int else 30
    if len(text) > most and (kind is int or not type(x).__module__ == "builtins"):
        left = (most - 3) // 2
        text = text[:left] + "..." + text[len(text) - (most - 3 - left):]
    return text


def _brief_items(x, kind, level):
    if kind is list:
        left, right = "[", "]"
    elif kind is tuple:
        left, right = "(", ")"
    elif kind is deque:
        left, right = "deque([", "])"
    elif kind is set:
        left, right = "{", "}"
    else:
        left, right = "frozenset({", "})"
    if not x and (kind is set or kind is frozenset):
        return kind.__name__ + "()"
    if level <= 0 and x:
        return left + "..." + right
    parts = [_brief(item, level - 1) for item in list(x)[:6]]
    if len(x) > 6:
        parts.append("...")
    if kind is tuple and len(x) == 1:
        return "(" + parts[0] + ",)"
    return left + ", ".join(parts) + right


def _callback_text(f, args=()):
    if isinstance(f, Task):
        return "Task.task_wakeup()"
    name = getattr(f, "__qualname__", None) or getattr(f, "__name__", None) or repr(f)
    text = name + "(" + ", ".join([_brief(a) for a in args]) + ")"
    place = _function_place(f)
    if place is not None:
        text += f" at {place[0]}:{place[1]}"
    return text


def _coroutine_text(coro):
    place = _place(coro)
    if place is None:
        return f"<{type(coro).__name__} without __name__>()"
    name, path, line, done = place
    if done:
        return f"{name}() done, defined at {path}:{line}"
    return f"{name}() running at {path}:{line}"


def _future_info(fut):
    info = [fut._state.lower()]
    if fut._state == "FINISHED":
        if fut._exception is not None:
            info.append(f"exception={fut._exception!r}")
        else:
            info.append(f"result={_brief(fut._result)}")
    callbacks = fut._callbacks
    if callbacks:
        text = _callback_text(callbacks[0])
        if len(callbacks) > 2:
            text += f", <{len(callbacks) - 2} more>"
        if len(callbacks) > 1:
            text += ", " + _callback_text(callbacks[-1])
        info.append(f"cb=[{text}]")
    return info


# ---- futures ----

@__cosub_builtin
class Future:
    __module__ = "_asyncio"
    _result = None
    _exception = None
    _exception_tb = None
    _callbacks = None
    _cancel_message = None
    _cancelled_exc = None
    _asyncio_future_blocking = False
    _logs = False           # failed, and nobody asked
    _purpose = "a future"
    _number = 0             # of tasks: in the order in which they were made

    def __init__(self, *, loop=None):
        self._state = "PENDING"
        self._loop = get_event_loop() if loop is None else loop

    @_once(_dots)
    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(_future_info(self))}>"

    def get_loop(self):
        return self._loop

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def result(self):
        return _result(self)

    def exception(self):
        state = self._state
        if state == "CANCELLED":
            raise self._make_cancelled_error()
        if state != "FINISHED":
            raise InvalidStateError("Exception is not set.")
        _retrieved(self)
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        if self._state != "PENDING":
            self._loop.call_soon(fn, self)
        elif self._callbacks is None:
            self._callbacks = [fn]
        else:
            self._callbacks.append(fn)

    def remove_done_callback(self, fn):
        callbacks = self._callbacks
        if callbacks is None:
            return 0
        if len(callbacks) == 1 and callbacks[0] is fn:
            self._callbacks = None
            return 1
        kept = [f for f in callbacks if isinstance(f, Task) or f != fn]
        self._callbacks = kept
        return len(callbacks) - len(kept)

    def cancel(self, msg=None):
        _retrieved(self)
        if self._state != "PENDING":
            return False
        _settle(self, "CANCELLED", msg)
        return True

    def set_result(self, result):
        if self._state != "PENDING":
            raise InvalidStateError("invalid state")
        self._result = result
        self._state = "FINISHED"
        if self._callbacks:
            _schedule(self)

    def set_exception(self, exception):
        if self._state != "PENDING":
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError("invalid exception object")
        if type(exception) is StopIteration:
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        _fail(self, exception)

    def _make_cancelled_error(self):
        exc = self._cancelled_exc
        if exc is not None:
            self._cancelled_exc = None
            return exc
        if self._cancel_message is None:
            return CancelledError()
        return CancelledError(self._cancel_message)

    def __await__(self):
        if self._state == "PENDING":
            self._asyncio_future_blocking = True
            yield self
            if self._state == "PENDING":
                raise RuntimeError("await wasn't used with future")
        return _result(self)

    __iter__ = __await__

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item if isinstance(item, tuple) else (item,))


def _result(fut):
    state = fut._state
    if state == "FINISHED":
        if fut._exception is None:
            return fut._result
        raise _outcome(fut)
    if state == "CANCELLED":
        raise fut._make_cancelled_error()
    raise InvalidStateError("Result is not set.")


def _schedule(fut):
    # The callbacks of a future that is done go to the queue.  A task among them
    # waits for the future.
    callbacks = fut._callbacks
    fut._callbacks = None
    loop = fut._loop
    if loop._closed:
        raise RuntimeError("Event loop is closed")
    ready = loop._ready
    for f in callbacks:
        if isinstance(f, Task):
            _tell(f, WAKES, fut)
            ready.append(f)
        else:
            ready.append(Handle(f, (fut,), loop))


def _settle(fut, state, msg):
    fut._state = state
    if fut._cancel_message is not msg:
        fut._cancel_message = msg
    if fut._callbacks:
        _schedule(fut)


def _fail(fut, exc):
    fut._exception = exc
    fut._exception_tb = exc.__traceback__
    fut._state = "FINISHED"
    fut._logs = True
    _mourn(fut, True)
    if fut._callbacks:
        _schedule(fut)


def _retrieved(fut):
    if fut._logs:
        fut._logs = False
        _mourn(fut, False)


def _outcome(fut):
    # The exception with which a done future wakes who waits for it, or None.
    if fut._state == "CANCELLED":
        # Raised here as in task_wakeup(): what is handled where the loop runs becomes its context.
        try:
            raise fut._make_cancelled_error()
        except CancelledError as e:
            return e
    exc = fut._exception
    if exc is not None:
        _retrieved(fut)
        exc = exc.with_traceback(fut._exception_tb)
        fut._exception_tb = None
    return exc


def _set_result_unless_cancelled(fut, result):
    if fut._state != "CANCELLED":
        fut.set_result(result)


def _future_for(loop, purpose):
    fut = Future(loop=loop)
    fut._purpose = purpose
    return fut


def isfuture(obj):
    return isinstance(obj, Future) or getattr(obj, "_asyncio_future_blocking", None) is not None
