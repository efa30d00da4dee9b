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
        _mourn(self, True)

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
        if self._closed:
            return
        self._closed = True
        _mourn(self, False)
        if _latest() is self:
            _set_latest(None)
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
        _State.running = self
        _set_latest(self)
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

    @_kept
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
    loop = _latest()
    if loop is not None:
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
