# ---- tasks ----

@__cosub_builtin
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

    @_once(_dots)
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
        waiter = self._fut_waiter       # lives until the step is over, as the handle's argument does
        if exc is not None:
            self._error = None
        elif waiter is not None:
            exc = _outcome_of(waiter)
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


@_kept
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
            raise exc


# As CPython's C code does: what is exactly a future or task is known from inside,
# all else that says that it can be waited for is asked by its methods.

_method = __cosub_kind("method")


def task_wakeup(task, future, /):
    _tell(task, WAKES, future)
    task._run()


class _Context:
    __module__ = "_contextvars"


_Context.__name__ = _Context.__qualname__ = "Context"


def _outcome_of(future):
    if type(future) in _exact:
        return _outcome(future)
    try:
        future.result()
    except BaseException as e:
        return e
    return None


def _loop_of(future):
    get_loop = getattr(future, "get_loop", None)
    return future._loop if get_loop is None else get_loop()


# Waits for what is exactly no future: whether it did.
def _asked(task, loop, result):
    blocking = getattr(result, "_asyncio_future_blocking", None)
    if blocking is None:
        return False
    if _loop_of(result) is not loop:
        text = f"Task {task!r} got Future {result!r} attached to a different loop"
    elif not blocking:
        text = f"yield was used instead of yield from in task {task!r} with {result!r}"
    else:
        result._asyncio_future_blocking = False
        _tell(task, WAITS, result)
        result.add_done_callback(_method(task_wakeup, task), context=_Context())
        task._fut_waiter = result
        if task._must_cancel and result.cancel(msg=task._cancel_message):
            task._must_cancel = False
        return True
    _tell(task, YIELDS, None)
    task._error = RuntimeError(text)
    loop._ready.append(task)
    return True


def _suspended(task, loop, result):
    if type(result) not in _exact and result is not task:
        try:
            if _asked(task, loop, result):
                return
        except BaseException as e:
            _tell(task, YIELDS, None)
            task._error = e
            loop._ready.append(task)
            return
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
    if isinstance(fut, BaseEventLoop):
        fut.close()
    elif fut._state == "PENDING":
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
_exact = (Future, Task)


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
