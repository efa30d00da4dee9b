# asyncio: an event loop on virtual time.  The order of everything follows from
# one queue of what is ready, first in first out, a heap of timers, and the rule
# that completing a future runs nobody: it only puts its callbacks at the end of
# the queue.  What stands in the queue has a method _run: a task or a handle.
# The order of events and the texts are those of CPython 3.11.7.

_clock, _advance = __cosub_clock, __cosub_advance
_timer_push, _timer_pop = __cosub_timer_push, __cosub_timer_pop
_tell, _deadlock = __cosub_tell, __cosub_deadlock
_watch_task, _forget_task, _tasks = __cosub_watch_task, __cosub_forget_task, __cosub_tasks
_mourn = __cosub_mourn
_set_mourner = __cosub_set_mourner
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
    latest = None           # the loop that ran last
    default = None          # what get_event_loop gives elsewhere
    default_set = False
    names = 0               # given to tasks
    timers = 0              # made
    traced = []             # futures whose exceptions left the loop: CPython's tracebacks hold them


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

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(_future_info(self))}>"

    def get_loop(self):
        return self._loop

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def result(self):
        state = self._state
        if state == "FINISHED":
            if self._exception is None:
                return self._result
            raise _outcome(self)
        if state == "CANCELLED":
            raise self._make_cancelled_error()
        raise InvalidStateError("Result is not set.")

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
        return self.result()

    __iter__ = __await__

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item if isinstance(item, tuple) else (item,))


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
        return fut._make_cancelled_error()
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


# ---- tasks ----

class Task(Future):
    __module__ = "_asyncio"
    _num_cancels_requested = 0
    _must_cancel = False
    _fut_waiter = None
    _error = None           # what its next step throws into it
    _log_destroy_pending = True

    def __init__(self, coro, *, loop=None, name=None, context=None):
        self._state = "PENDING"
        self._loop = loop = get_event_loop() if loop is None else loop
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if name is None:
            _State.names += 1
            name = f"Task-{_State.names}"
        elif type(name) is not str:
            name = str(name)
        self._name = name
        self._coro = coro
        if loop._closed:
            raise RuntimeError("Event loop is closed")
        self._number = _watch_task(self)
        _tell(self, MADE, self)
        loop._ready.append(self)

    def __repr__(self):
        info = _future_info(self)
        if self._num_cancels_requested and self._state == "PENDING":
            info[0] = "cancelling"
        info.insert(1, f"name={self._name!r}")
        info.insert(2, f"coro=<{_coroutine_text(self._coro)}>")
        if self._fut_waiter is not None:
            info.insert(3, f"wait_for={self._fut_waiter!r}")
        return f"<{type(self).__name__} {' '.join(info)}>"

    def get_coro(self):
        return self._coro

    def get_stack(self, *, limit=None):
        frames = []
        f = getattr(self._coro, "cr_frame", None)
        tb = None if f is not None or self._exception is None else self._exception.__traceback__
        while f is not None and (limit is None or len(frames) < limit):
            frames.insert(0, f)
            f = f.f_back
        while tb is not None and (limit is None or len(frames) < limit):
            frames.append(tb.tb_frame)
            tb = tb.tb_next
        return frames

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)
        _tell(self, NAMED, self)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        _retrieved(self)
        if self._state != "PENDING":
            return False
        self._num_cancels_requested += 1
        _tell(self, ASKED, None)
        waiter = self._fut_waiter
        if waiter is not None and waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._num_cancels_requested

    def uncancel(self):
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
        return self._num_cancels_requested

    def _run(self):
        exc = self._error
        if exc is not None:
            self._error = None
        elif self._fut_waiter is not None:
            exc = _outcome(self._fut_waiter)
            self._fut_waiter = None
        if self._must_cancel:
            if not isinstance(exc, CancelledError):
                exc = self._make_cancelled_error()
            self._must_cancel = False
        loop = self._loop
        loop._current = self
        _tell(self, RUNS, self)
        try:
            result = self._coro.send(None) if exc is None else self._coro.throw(exc)
        except BaseException as e:
            exc = e
        else:
            loop._current = None
            if result is None:
                _tell(self, YIELDS, None)
                loop._ready.append(self)
            else:
                _suspended(self, loop, result)
            return
        loop._current = None
        _ended(self, exc)


def _ended(task, exc):
    _forget_task(task, task._number)
    if isinstance(exc, StopIteration):
        if task._must_cancel:
            task._must_cancel = False
            _tell(task, CANCELLED_CHANGE, None)
            _settle(task, "CANCELLED", task._cancel_message)
            return
        _tell(task, DONE, None)
        task._result = exc.value
        task._state = "FINISHED"
        if task._callbacks:
            _schedule(task)
    elif isinstance(exc, CancelledError):
        _tell(task, CANCELLED_CHANGE, None)
        task._cancelled_exc = exc
        _settle(task, "CANCELLED", None)
    else:
        _tell(task, FAILED, None)
        _fail(task, exc)
        if isinstance(exc, (KeyboardInterrupt, SystemExit)):
            _State.traced.append(task)
            raise exc


def _suspended(task, loop, result):
    if isinstance(result, Future):
        if result._asyncio_future_blocking and result._loop is loop and result is not task:
            result._asyncio_future_blocking = False
            _tell(task, WAITS, result)
            if result._state != "PENDING":
                _tell(task, WAKES, result)
                loop._ready.append(task)
            elif result._callbacks is None:
                result._callbacks = [task]
            else:
                result._callbacks.append(task)
            task._fut_waiter = result
            if task._must_cancel and result.cancel(msg=task._cancel_message):
                task._must_cancel = False
            return
        if result._loop is not loop:
            text = f"Task {task!r} got Future {result!r} attached to a different loop"
        elif result._asyncio_future_blocking:
            text = f"Task cannot await on itself: {task!r}"
        else:
            text = f"yield was used instead of yield from in task {task!r} with {result!r}"
        result._asyncio_future_blocking = False
    elif _is_coroutine(result) and type(result).__name__ == "generator":
        text = f"yield was used instead of yield from for generator in task {task!r} with {result!r}"
    else:
        text = f"Task got bad yield: {result!r}"
    _tell(task, YIELDS, None)
    task._error = RuntimeError(text)
    loop._ready.append(task)


def _last_words(fut):
    if fut._state == "PENDING":
        _forget_task(fut, fut._number)
        if fut._log_destroy_pending:
            fut._loop.call_exception_handler({"task": fut, "message": "Task was destroyed but it is pending!"})
    elif fut._logs:
        _retrieved(fut)
        fut._loop.call_exception_handler({
            "message": f"{type(fut).__name__} exception was never retrieved",
            "exception": fut._exception,
            "future": fut,
        })


_set_mourner(_last_words)


def create_task(coro, *, name=None, context=None):
    if _State.running is None:
        _refuse(RuntimeError, "no running event loop", coro)
    task = _State.running.create_task(coro)
    if name is not None:
        task.set_name(name)
    return task


def current_task(loop=None):
    if loop is None:
        loop = get_running_loop()
    return loop._current


def all_tasks(loop=None):
    if loop is None:
        loop = get_running_loop()
    return _OrderedSet([t for t in _tasks() if t._loop is loop and t._state == "PENDING"])


def iscoroutine(obj):
    if _is_coroutine(obj):
        return True
    kind = type(obj)
    return hasattr(kind, "__await__") and hasattr(kind, "send") and hasattr(kind, "throw") and hasattr(kind, "close")


def iscoroutinefunction(func):
    return _makes_coroutine(func)


def _is_awaitable(obj):
    return _is_iterable_coroutine(obj) or hasattr(type(obj), "__await__")


async def _wrap_awaitable(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    wrapped = False
    if not iscoroutine(coro_or_future):
        if not _is_awaitable(coro_or_future):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _wrap_awaitable(coro_or_future)
        wrapped = True
    if loop is None:
        loop = get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        if not wrapped:
            coro_or_future.close()
        raise


class _OrderedSet(set):
    # A set of tasks in the order in which they came: CPython's own order there
    # is that of addresses, so this is one that it can show.
    __module__ = "builtins"

    def __init__(self, items=()):
        self._order = {item: None for item in items}
        set.update(self, self._order)

    def __iter__(self):
        return iter(self._order)

    def __repr__(self):
        if not self._order:
            return "set()"
        return "{" + ", ".join([repr(x) for x in self._order]) + "}"

    def add(self, item):
        self._order[item] = None
        set.add(self, item)

    def update(self, *others):
        for other in others:
            for item in other:
                self.add(item)

    def discard(self, item):
        self._order.pop(item, None)
        set.discard(self, item)

    def remove(self, item):
        set.remove(self, item)
        del self._order[item]

    def pop(self):
        for item in self._order:
            self.remove(item)
            return item
        raise KeyError("pop from an empty set")

    def clear(self):
        self._order.clear()
        set.clear(self)

    def copy(self):
        return _OrderedSet(self._order)

    def union(self, *others):
        result = _OrderedSet(self._order)
        result.update(*others)
        return result

    def intersection(self, other):
        return _OrderedSet([x for x in self._order if x in other])

    def difference(self, other):
        return _OrderedSet([x for x in self._order if x not in other])

    def __or__(self, other):
        return self.union(other)

    def __and__(self, other):
        return self.intersection(other)

    def __sub__(self, other):
        return self.difference(other)

    def __ior__(self, other):
        self.update(other)
        return self

    def __isub__(self, other):
        for item in list(other):
            self.discard(item)
        return self


_OrderedSet.__name__ = _OrderedSet.__qualname__ = "set"


# ---- sleeping and waiting ----

@__cosub_make_awaitable
def _give_way():
    yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _give_way()
        return result
    loop = get_running_loop()
    timer = TimerHandle(_clock() / 1e9 + delay, _set_result_unless_cancelled, (None, result), loop)
    fut = Future(loop=loop)
    fut._purpose = timer
    timer._args = (fut, result)
    loop._add_timer(timer)
    try:
        return await fut
    finally:
        timer.cancel()


class _GatheringFuture(Future):
    __module__ = "asyncio.tasks"
    _cancel_requested = False
    _purpose = "the end of all that gather() waits for"

    def __init__(self, children, *, loop):
        self._state = "PENDING"
        self._loop = loop
        self._children = children

    def cancel(self, msg=None):
        if self._state != "PENDING":
            return False
        any_cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                any_cancelled = True
        if any_cancelled:
            self._cancel_requested = True
        return any_cancelled


def _gathered(outer, last):
    results = []
    for fut in outer._children:
        if fut.cancelled():
            message = fut._cancel_message
            results.append(CancelledError("" if message is None else message))
            continue
        exc = fut.exception()
        results.append(fut.result() if exc is None else exc)
    if outer._cancel_requested:
        outer.set_exception(last._make_cancelled_error())
    else:
        outer.set_result(results)


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        outer = get_event_loop().create_future()
        outer.set_result([])
        return outer
    left = 0
    outer = None

    def _done_callback(fut):
        nonlocal left
        left -= 1
        if outer is None or outer._state != "PENDING":
            if not fut.cancelled():
                fut.exception()
            return
        if not return_exceptions:
            if fut.cancelled():
                outer.set_exception(fut._make_cancelled_error())
                return
            exc = fut.exception()
            if exc is not None:
                outer.set_exception(exc)
                return
        if left == 0:
            _gathered(outer, fut)

    _done_callback.__qualname__ = "gather.<locals>._done_callback"
    futures = {}
    children = []
    loop = None
    for arg in coros_or_futures:
        fut = futures.get(arg)
        if fut is None:
            fut = ensure_future(arg, loop=loop)
            if loop is None:
                loop = fut.get_loop()
            if fut is not arg:
                fut._log_destroy_pending = False
            left += 1
            futures[arg] = fut
            fut.add_done_callback(_done_callback)
        children.append(fut)
    outer = _GatheringFuture(children, loop=loop)
    return outer


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = _future_for(inner.get_loop(), "what shield() protects")

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        else:
            exc = inner.exception()
            if exc is not None:
                outer.set_exception(exc)
            else:
                outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


@_kept
async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        _refuse(TypeError, f"expect a list of futures, not {type(fs).__name__}", fs)
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = list({f: None for f in fs})
    for f in fs:
        if iscoroutine(f):
            _refuse(TypeError, "Passing coroutines is forbidden, use tasks explicitly.", fs)
    loop = get_running_loop()
    waiter = _future_for(loop, "the futures given to wait()")
    timer = None
    if timeout is not None:
        timer = loop.call_later(timeout, _release_waiter, waiter)
    counter = len(fs)

    def _on_completion(f):
        nonlocal counter
        counter -= 1
        if counter > 0 and return_when != FIRST_COMPLETED:
            if return_when != FIRST_EXCEPTION or f.cancelled() or f.exception() is None:
                return
        if timer is not None:
            timer.cancel()
        _release_waiter(waiter)

    _on_completion.__qualname__ = "_wait.<locals>._on_completion"
    for f in fs:
        f.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for f in fs:
            f.remove_done_callback(_on_completion)
    return _OrderedSet([f for f in fs if f.done()]), _OrderedSet([f for f in fs if not f.done()])


def _release_waiter(waiter, fut=None):
    if not waiter.done():
        waiter.set_result(None)


class _Release:
    # A callback that completes a waiting future.
    def __init__(self, waiter):
        self.waiter = waiter
        self.__qualname__ = "_release_waiter"

    def __call__(self, fut):
        _release_waiter(self.waiter)


@_kept
async def _cancel_and_wait(fut, loop):
    waiter = _future_for(loop, "the end of what was cancelled")
    release = _Release(waiter)
    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(release)


@_kept
def _result_or_timeout(fut):
    try:
        return fut.result()
    except CancelledError as exc:
        raise TimeoutError() from exc


@_kept
async def wait_for(fut, timeout):
    loop = get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut, loop)
        return _result_or_timeout(fut)
    waiter = _future_for(loop, "wait_for()")
    timer = loop.call_later(timeout, _release_waiter, waiter)
    release = _Release(waiter)
    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(release)
    try:
        try:
            await waiter
        except CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(release)
            await _cancel_and_wait(fut, loop)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(release)
        await _cancel_and_wait(fut, loop)
        return _result_or_timeout(fut)
    finally:
        timer.cancel()


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        _refuse(TypeError, f"expect an iterable of futures, not {type(fs).__name__}", fs)
    done = Queue()
    done._awaited = "the next that is done of as_completed()"
    loop = get_event_loop()
    todo = {ensure_future(f, loop=loop): None for f in {f: None for f in fs}}
    timer = None

    def _on_timeout():
        for f in todo:
            f.remove_done_callback(_on_completion)
            done.put_nowait(None)
        todo.clear()

    def _on_completion(f):
        if not todo:
            return
        del todo[f]
        done.put_nowait(f)
        if not todo and timer is not None:
            timer.cancel()

    async def _wait_for_one():
        f = await done.get()
        if f is None:
            raise TimeoutError
        return f.result()

    for f in todo:
        f.add_done_callback(_on_completion)
    if todo and timeout is not None:
        timer = loop.call_later(timeout, _on_timeout)
    for _ in range(len(todo)):
        yield _wait_for_one()


# ---- timeouts ----

class Timeout:
    __module__ = "asyncio.timeouts"

    def __init__(self, when):
        self._state = "created"
        self._timer = None
        self._task = None
        self._when = when

    def __repr__(self):
        text = ""
        if self._state == "active":
            text = f" when={round(self._when, 3) if self._when is not None else None}"
        return f"<Timeout [{self._state}]{text}>"

    def when(self):
        return self._when

    def expired(self):
        return self._state == "expiring" or self._state == "expired"

    def reschedule(self, when):
        if self._state == "created":
            raise RuntimeError("Timeout has not been entered")
        if self._state != "active":
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
        if when is None:
            self._timer = None
            return
        loop = get_running_loop()
        if when <= loop.time():
            self._timer = loop.call_soon(self._on_timeout)
        else:
            self._timer = loop.call_at(when, self._on_timeout)

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    @_kept
    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() <= self._cancelling and exc_type is CancelledError:
                raise TimeoutError from exc_val
        elif self._state == "active":
            self._state = "finished"
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = "expiring"
        self._timer = None


def timeout(delay):
    loop = get_running_loop()
    return Timeout(loop.time() + delay if delay is not None else None)


def timeout_at(when):
    return Timeout(when)


# ---- groups ----

def _is_base_error(exc):
    return isinstance(exc, (SystemExit, KeyboardInterrupt))


class TaskGroup:
    __module__ = "asyncio.taskgroups"

    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent_task = None
        self._parent_cancel_requested = False
        self._tasks = {}
        self._errors = []
        self._base_error = None
        self._on_completed_fut = None

    def __repr__(self):
        text = ""
        if self._tasks:
            text += f" tasks={len(self._tasks)}"
        if self._errors:
            text += f" errors={len(self._errors)}"
        if self._aborting:
            text += " cancelling"
        elif self._entered:
            text += " entered"
        return f"<TaskGroup{text}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        if self._loop is None:
            self._loop = get_running_loop()
        self._parent_task = current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._entered = True
        return self

    @_kept
    async def __aexit__(self, et, exc, tb):
        self._exiting = True
        if exc is not None and _is_base_error(exc) and self._base_error is None:
            self._base_error = exc
        cancellation = exc if et is CancelledError else None
        if self._parent_cancel_requested and self._parent_task.uncancel() == 0:
            cancellation = None
        if et is not None and not self._aborting:
            self._abort()
        while self._tasks:
            if self._on_completed_fut is None:
                self._on_completed_fut = _future_for(self._loop, "the tasks of a group")
            try:
                await self._on_completed_fut
            except CancelledError as ex:
                if not self._aborting:
                    cancellation = ex
                    self._abort()
            self._on_completed_fut = None
        if self._base_error is not None:
            raise self._base_error
        if cancellation is not None and not self._errors:
            raise cancellation
        if et is not None and et is not CancelledError:
            self._errors.append(exc)
        if self._errors:
            try:
                raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
            finally:
                self._errors = None

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            _refuse(RuntimeError, f"TaskGroup {self!r} has not been entered", coro)
        if self._exiting and not self._tasks:
            _refuse(RuntimeError, f"TaskGroup {self!r} is finished", coro)
        if self._aborting:
            _refuse(RuntimeError, f"TaskGroup {self!r} is shutting down", coro)
        task = self._loop.create_task(coro)
        if name is not None:
            task.set_name(name)
        task.add_done_callback(self._on_task_done)
        self._tasks[task] = None
        return task

    def _abort(self):
        self._aborting = True
        for t in list(self._tasks):
            if not t.done():
                t.cancel()

    def _on_task_done(self, task):
        self._tasks.pop(task, None)
        waiting = self._on_completed_fut
        if waiting is not None and not self._tasks and not waiting.done():
            waiting.set_result(True)
        if task.cancelled():
            return
        exc = task.exception()
        if exc is None:
            return
        self._errors.append(exc)
        if _is_base_error(exc) and self._base_error is None:
            self._base_error = exc
        if self._parent_task.done():
            self._loop.call_exception_handler({
                "message": f"Task {task!r} has errored out but its parent task {self._parent_task} is already completed",
                "exception": exc,
                "task": task,
            })
            return
        if not self._aborting and not self._parent_cancel_requested:
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()


# ---- locks ----

class _LoopBound:
    _loop = None

    def _get_loop(self):
        loop = _State.running
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return loop

    def _show(self, extra):
        if self._waiters:
            extra = f"{extra}, waiters:{len(self._waiters)}"
        return f"<{super().__repr__()[1:-1]} [{extra}]>"


class _Acquired(_LoopBound):
    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


class Lock(_Acquired):
    __module__ = "asyncio.locks"

    def __init__(self):
        self._waiters = None
        self._locked = False

    def __repr__(self):
        return self._show("locked" if self._locked else "unlocked")

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and not self._is_wanted():
            self._locked = True
            return True
        if self._waiters is None:
            self._waiters = deque()
        fut = _future_for(self._get_loop(), "a lock")
        self._waiters.append(fut)
        try:
            try:
                await fut
            finally:
                self._waiters.remove(fut)
        except CancelledError:
            if not self._locked:
                self._wake_up_first()
            raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_up_first()

    def _is_wanted(self):
        if self._waiters:
            for w in self._waiters:
                if not w.cancelled():
                    return True
        return False

    def _wake_up_first(self):
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)


class Event(_LoopBound):
    __module__ = "asyncio.locks"
    _awaited = "an event"

    def __init__(self):
        self._waiters = deque()
        self._value = False

    def __repr__(self):
        return self._show("set" if self._value else "unset")

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            for fut in self._waiters:
                if not fut.done():
                    fut.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        if self._value:
            return True
        fut = _future_for(self._get_loop(), self._awaited)
        self._waiters.append(fut)
        try:
            await fut
            return True
        finally:
            self._waiters.remove(fut)


class Condition(_Acquired):
    __module__ = "asyncio.locks"
    _awaited = "a condition"

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()

    def __repr__(self):
        return self._show("locked" if self.locked() else "unlocked")

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            fut = _future_for(self._get_loop(), self._awaited)
            self._waiters.append(fut)
            try:
                await fut
                return True
            finally:
                self._waiters.remove(fut)
        finally:
            cancelled = False
            while True:
                try:
                    await self.acquire()
                    break
                except CancelledError:
                    cancelled = True
            if cancelled:
                raise CancelledError

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        told = 0
        for fut in self._waiters:
            if told >= n:
                break
            if not fut.done():
                told += 1
                fut.set_result(False)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_Acquired):
    __module__ = "asyncio.locks"

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._waiters = None
        self._value = value

    def __repr__(self):
        return self._show("locked" if self.locked() else f"unlocked, value:{self._value}")

    def locked(self):
        if self._value == 0:
            return True
        if self._waiters:
            for w in self._waiters:
                if not w.cancelled():
                    return True
        return False

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        if self._waiters is None:
            self._waiters = deque()
        fut = _future_for(self._get_loop(), "a semaphore")
        self._waiters.append(fut)
        try:
            try:
                await fut
            finally:
                self._waiters.remove(fut)
        except CancelledError:
            if not fut.cancelled():
                self._value += 1
                self._wake_up_next()
            raise
        if self._value > 0:
            self._wake_up_next()
        return True

    def release(self):
        self._value += 1
        self._wake_up_next()

    def _wake_up_next(self):
        for fut in self._waiters or ():
            if not fut.done():
                self._value -= 1
                fut.set_result(True)
                return


class BoundedSemaphore(Semaphore):
    __module__ = "asyncio.locks"

    def __init__(self, value=1):
        self._bound_value = value
        Semaphore.__init__(self, value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        Semaphore.release(self)


class Barrier(_LoopBound):
    __module__ = "asyncio.locks"
    _waiters = None

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition()
        self._cond._awaited = "a barrier"
        self._parties = parties
        self._state = "filling"
        self._count = 0

    def __repr__(self):
        extra = self._state
        if not self.broken:
            extra += f", waiters:{self.n_waiting}/{self.parties}"
        return self._show(extra)

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        async with self._cond:
            await self._cond.wait_for(lambda: self._state != "draining" and self._state != "resetting")
            if self._state == "broken":
                raise BrokenBarrierError("Barrier aborted")
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = "draining"
                    self._cond.notify_all()
                else:
                    await self._cond.wait_for(lambda: self._state != "filling")
                    if self._state == "broken" or self._state == "resetting":
                        raise BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state == "resetting" or self._state == "draining":
                        self._state = "filling"
                    self._cond.notify_all()

    async def reset(self):
        async with self._cond:
            self._state = "resetting" if self._count > 0 else "filling"
            self._cond.notify_all()

    async def abort(self):
        async with self._cond:
            self._state = "broken"
            self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"


# ---- queues ----

class Queue(_LoopBound):
    __module__ = "asyncio.queues"
    _awaited = "the next item of a queue"

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished_tasks = 0
        self._finished = Event()
        self._finished._awaited = "the items of a queue to be done"
        self._finished.set()
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    def _format(self):
        text = f"maxsize={self._maxsize!r}"
        if self._queue:
            text += f" _queue={list(self._queue)!r}"
        if self._getters:
            text += f" _getters[{len(self._getters)}]"
        if self._putters:
            text += f" _putters[{len(self._putters)}]"
        if self._unfinished_tasks:
            text += f" tasks={self._unfinished_tasks}"
        return text

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item if isinstance(item, tuple) else (item,))

    def qsize(self):
        return len(self._queue)

    @property
    def maxsize(self):
        return self._maxsize

    def empty(self):
        return not self._queue

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    async def put(self, item):
        while self.full():
            putter = _future_for(self._get_loop(), "room in a queue")
            self._putters.append(putter)
            try:
                await putter
            except BaseException:
                putter.cancel()
                if putter in self._putters:
                    self._putters.remove(putter)
                if not self.full() and not putter.cancelled():
                    _wake_next(self._putters)
                raise
        return self.put_nowait(item)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        if self._unfinished_tasks == 1:
            self._finished.clear()
        if self._getters:
            _wake_next(self._getters)

    async def get(self):
        while self.empty():
            getter = _future_for(self._get_loop(), self._awaited)
            self._getters.append(getter)
            try:
                await getter
            except BaseException:
                getter.cancel()
                if getter in self._getters:
                    self._getters.remove(getter)
                if not self.empty() and not getter.cancelled():
                    _wake_next(self._getters)
                raise
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            raise QueueEmpty
        item = self._get()
        if self._putters:
            _wake_next(self._putters)
        return item

    def task_done(self):
        if self._unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished_tasks > 0:
            await self._finished.wait()


def _wake_next(waiters):
    while waiters:
        waiter = waiters.popleft()
        if not waiter.done():
            waiter.set_result(None)
            break


class PriorityQueue(Queue):
    __module__ = "asyncio.queues"

    def _init(self, maxsize):
        import heapq
        self._heap = heapq
        self._queue = []

    def _put(self, item):
        self._heap.heappush(self._queue, item)

    def _get(self):
        return self._heap.heappop(self._queue)


class LifoQueue(Queue):
    __module__ = "asyncio.queues"

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()


# ---- the loop ----

class Handle:
    __module__ = "asyncio.events"

    def __init__(self, callback, args, loop):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._cancelled = False

    def __repr__(self):
        text = type(self).__name__
        if self._cancelled:
            text += " cancelled"
        text += self._when_text()
        if self._callback is not None:
            text += " " + _callback_text(self._callback, self._args)
        return f"<{text}>"

    def _when_text(self):
        return ""

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            self._callback = None
            self._args = None

    def cancelled(self):
        return self._cancelled

    @_kept
    def _run(self):
        if self._cancelled:
            return
        try:
            self._callback(*self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            _callback_failed(self, exc)
            self = None


class TimerHandle(Handle):
    __module__ = "asyncio.events"

    def __init__(self, when, callback, args, loop):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._cancelled = False
        self._when = when

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            self._callback = None
            self._args = None
            self._loop._cancelled_timers += 1

    def _when_text(self):
        return f" when={self._when}"

    def when(self):
        return self._when


def _callback_failed(handle, exc):
    handle._loop.call_exception_handler({
        "message": f"Exception in callback {_callback_text(handle._callback, handle._args)}",
        "exception": exc,
        "handle": handle,
    })


def _log(text, exc=None):
    text += "\n"
    if exc is not None:
        text += _traceback(exc)
    _write(2, text)


def _run_until_complete_cb(fut):
    if not fut.cancelled():
        if _is_base_error(fut.exception()):
            return
    fut.get_loop().stop()


def _waits_for(fut):
    name = getattr(fut, "_name", None)
    if name is not None:
        return f"waits for {_name_text(name)}"
    return f"waits for {fut._purpose}" if type(fut._purpose) is str else "sleeps for ever"


def _name_text(name):
    return name if name and name.isprintable() else repr(name)


def _deadlock_text(loop):
    waiting = [t for t in _tasks() if t._loop is loop and t._fut_waiter is not None]
    if not waiting:
        return "the event loop runs, but no task and no timer is left"
    parts = [f"{_name_text(t._name)} {_waits_for(t._fut_waiter)}" for t in waiting[:TOLD_MOST]]
    if len(waiting) > TOLD_MOST:
        parts.append(f"and {len(waiting) - TOLD_MOST} more")
    timers = "no timer ever comes" if loop._scheduled else "no timer is set"
    return f"every task waits and {timers}: {', '.join(parts)}"


class AbstractEventLoop:
    __module__ = "asyncio.events"


class BaseEventLoop(AbstractEventLoop):
    __module__ = "asyncio.base_events"

    def __init__(self):
        self._ready = deque()
        self._scheduled = []
        self._cancelled_timers = 0      # about as many are in the heap
        self._closed = False
        self._stopping = False
        self._running = False
        self._current = None
        self._debug = False
        self._exception_handler = None
        self._task_factory = None
        self._asyncgens_shutdown_called = False

    def __repr__(self):
        return f"<{type(self).__name__} running={self._running} closed={self._closed} debug={self._debug}>"

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        if self._closed:
            _refuse(RuntimeError, "Event loop is closed", coro)
        if self._task_factory is None:
            return Task(coro, loop=self, name=name)
        task = self._task_factory(self, coro)
        if name is not None:
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def time(self):
        return _clock() / 1e9

    def call_soon(self, callback, *args, context=None):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        handle = Handle(callback, args, self)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        timer = TimerHandle(when, callback, args, self)
        self._add_timer(timer)
        return timer

    def _add_timer(self, timer):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        when = timer._when * 1e9
        when = NEVER if when >= NEVER else -NEVER if when <= -NEVER else round(when)
        _State.timers += 1
        _timer_push(self._scheduled, (when, _State.timers, timer))

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    def stop(self):
        self._stopping = True

    def close(self):
        if self._running:
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def _check_can_run(self, future=None):
        if self._closed:
            _refuse(RuntimeError, "Event loop is closed", future)
        if self._running:
            _refuse(RuntimeError, "This event loop is already running", future)
        if _State.running is not None:
            _refuse(RuntimeError, "Cannot run the event loop while another loop is running", future)

    def run_forever(self):
        self._check_can_run()
        hooks = _asyncgen_hooks(_watch_asyncgen, _asyncgen_died)
        self._running = True
        _State.running = _State.latest = self
        try:
            while True:
                self._turn()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._running = False
            self._current = None
            _State.running = None
            _asyncgen_hooks(*hooks)

    def _turn(self):
        ready, scheduled = self._ready, self._scheduled
        if self._cancelled_timers > CANCELLED_FEW and self._cancelled_timers * 2 > len(scheduled):
            scheduled = self._scheduled = sorted([t for t in scheduled if not t[2]._cancelled])
            self._cancelled_timers = 0
        while scheduled and scheduled[0][2]._cancelled:
            _timer_pop(scheduled)
        if not ready and not self._stopping:
            if scheduled and scheduled[0][0] < NEVER:
                _advance(scheduled[0][0])
            else:
                _deadlock(_deadlock_text(self))
        if scheduled:
            now = _clock()
            while scheduled and scheduled[0][0] <= now:
                ready.append(_timer_pop(scheduled)[2])
        popleft = ready.popleft
        for _ in range(len(ready)):
            popleft()._run()

    def run_until_complete(self, future):
        self._check_can_run(future)
        made = not isfuture(future)
        future = ensure_future(future, loop=self)
        if made:
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except BaseException:
            if made and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        if future._exception is not None:
            _State.traced.append(future)
        return future.result()

    async def shutdown_asyncgens(self):
        self._asyncgens_shutdown_called = True
        open_ones = _take_asyncgens()
        if not open_ones:
            return
        results = await gather(*[ag.aclose() for ag in open_ones], return_exceptions=True)
        for result, agen in zip(results, open_ones):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    "message": f"an error occurred during closing of asynchronous generator {agen!r}",
                    "exception": result,
                    "asyncgen": agen,
                })

    async def shutdown_default_executor(self):
        pass

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context):
        text = context.get("message") or "Unhandled exception in event loop"
        for key in sorted(context):
            if key != "message" and key != "exception":
                text += f"\n{key}: {context[key]!r}"
        _log(text, context.get("exception"))

    def call_exception_handler(self, context):
        handler = self._exception_handler
        try:
            if handler is None:
                self.default_exception_handler(context)
            else:
                handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            error = exc
        else:
            return
        if handler is None:
            _log("Exception in default exception handler", error)
        else:
            self._handler_failed(context, error)

    def _handler_failed(self, context, exc):
        try:
            self.default_exception_handler({
                "message": "Unhandled error in exception handler",
                "exception": exc,
                "context": context,
            })
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            _log("Exception in default exception handler while handling an unexpected error in custom exception handler", error)


def _asyncgen_died(agen):
    # Also between two runs of the loop.
    _forget_asyncgen(agen)
    loop = _State.latest
    if not loop._closed:
        loop.call_soon(loop.create_task, agen.aclose())


_asyncgen_hooks(None, _asyncgen_died)


class _EventLoop(BaseEventLoop):
    __module__ = "asyncio"


_EventLoop.__name__ = _EventLoop.__qualname__ = "EventLoop"


@__cosub_builtin
def get_running_loop():
    loop = _State.running
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


@__cosub_builtin
def get_event_loop():
    if _State.running is not None:
        return _State.running
    if _State.default is None and not _State.default_set:
        set_event_loop(new_event_loop())
    if _State.default is None:
        raise RuntimeError("There is no current event loop in thread 'MainThread'.")
    return _State.default


def set_event_loop(loop):
    if loop is not None and not isinstance(loop, AbstractEventLoop):
        raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
    _State.default = loop
    _State.default_set = True


def new_event_loop():
    return _EventLoop()


# ---- running a program ----

class Runner:
    __module__ = "asyncio.runners"

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = "created"
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._set_event_loop = False

    def __enter__(self):
        self._prepare()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def _prepare(self):
        if self._state == "closed":
            raise RuntimeError("Runner is closed")
        if self._state == "initialized":
            return
        if self._loop_factory is None:
            self._loop = new_event_loop()
            if not self._set_event_loop:
                set_event_loop(self._loop)
                self._set_event_loop = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._state = "initialized"

    def close(self):
        if self._state != "initialized":
            return
        try:
            loop = self._loop
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            if self._set_event_loop:
                set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = "closed"

    def get_loop(self):
        self._prepare()
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if _State.running is not None:
            _refuse(RuntimeError, "Runner.run() cannot be called from a running event loop", coro)
        self._prepare()
        return self._loop.run_until_complete(self._loop.create_task(coro))


def run(main, *, debug=None):
    if _State.running is not None:
        _refuse(RuntimeError, "asyncio.run() cannot be called from a running event loop", main)
    with Runner(debug=debug) as runner:
        return runner.run(main)


def _cancel_all_tasks(loop):
    tasks = list(all_tasks(loop))
    if not tasks:
        return
    for task in tasks:
        task.cancel()
    loop.run_until_complete(gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({
                "message": "unhandled exception during asyncio.run() shutdown",
                "exception": task.exception(),
                "task": task,
            })
