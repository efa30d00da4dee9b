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


def _gathered(outer):
    results = []
    for fut in outer._children:
        if fut.cancelled():
            message = fut._cancel_message
            results.append(CancelledError("" if message is None else message))
            continue
        exc = fut.exception()
        results.append(fut.result() if exc is None else exc)
    if outer._cancel_requested:
        outer.set_exception(outer._children[-1]._make_cancelled_error())
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
            _gathered(outer)

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
    done, pending = [], []
    for f in fs:
        (done if f.done() else pending).append(f)
    return _OrderedSet(done), _OrderedSet(pending)


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


# In CPython it is a partial of the function.
_Release.__module__ = "functools"
_Release.__name__ = _Release.__qualname__ = "partial"


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
                me = BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)
                raise me from None      # which its own traceback's frame holds, as in CPython
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
