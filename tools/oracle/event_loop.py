"""asyncio on virtual time: an event loop whose clock moves to the next timer when nothing is
ready, and sets of tasks that iterate in one order.

What a program can see of asyncio's own classes (names, reprs) stays as it is in CPython; only the
loop is called EventLoop, since its real name depends on the platform.
"""
import asyncio
import asyncio.taskgroups
import heapq
import os
import selectors
import sys
import threading
import weakref

from oracle import clock, values
from oracle.ordered_set import OrderedSet

DEADLOCK_STATUS = 3

# The smallest step of the virtual clock is a nanosecond; asyncio runs a timer that is due within
# its clock's resolution.
RESOLUTION = 5e-10


class Timer(asyncio.TimerHandle):
    """Timers of one instant fire in the order in which they were set, as they do in real time,
    where two instants are never equal.  CPython's heap compares only instants."""
    __slots__ = ["key"]
    made = 0

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(when, callback, args, loop, context)
        Timer.made += 1
        self.key = (clock.nanoseconds(when), Timer.made)

    def __lt__(self, other):
        return self.key < other.key

    __hash__ = asyncio.TimerHandle.__hash__


class Selector(selectors.SelectSelector):
    """Does not wait for time to pass but moves the clock."""
    loop = None
    on_deadlock = None

    def select(self, timeout=None):
        if timeout is None:
            if threading.active_count() > 1 or len(self.get_map()) > 1:
                return super().select(None)
            self.deadlock()
        if timeout > 0:
            timers = self.loop._scheduled
            clock.advance_to(timers[0].key[0] if timers
                             else clock.now_ns + clock.nanoseconds(timeout))
        return super().select(0)

    def deadlock(self):
        """Nothing is ready, no timer is set, and nobody outside can change that."""
        sys.stdout.flush()
        sys.stderr.write("oracle: deadlock: every task waits and no timer is set\n")
        sys.stderr.flush()
        if Selector.on_deadlock is not None:
            Selector.on_deadlock()
        os._exit(DEADLOCK_STATUS)


def all_tasks(loop=None):
    """asyncio.all_tasks, in the order in which the tasks were made."""
    if loop is None:
        loop = asyncio.get_running_loop()
    tasks = [t for t in list(asyncio.tasks._all_tasks)
             if asyncio.futures._get_loop(t) is loop and not t.done()]
    return OrderedSet(sorted(tasks, key=lambda t: Loop.births.get(t, 0)))


class Loop(asyncio.SelectorEventLoop):
    births = weakref.WeakKeyDictionary()        # task -> the how-manieth it is
    made = 0

    def __init__(self):
        selector = Selector()
        super().__init__(selector)
        selector.loop = self
        self._clock_resolution = RESOLUTION
        self._asyncgens.data = OrderedSet()

    def create_task(self, coro, *, name=None, context=None):
        task = super().create_task(coro, name=name, context=context)
        Loop.made += 1
        Loop.births[task] = Loop.made
        return task

    def time(self):
        return clock.time()

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        timer = Timer(when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def __repr__(self):
        return (f"<EventLoop running={self.is_running()} "
                f"closed={self.is_closed()} debug={self.get_debug()}>")


class Policy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = Loop


def name_as(thing, name, module):
    thing.__name__ = thing.__qualname__ = name
    thing.__module__ = module


def install(on_deadlock):
    """Puts asyncio on virtual time.  on_deadlock() is called before a deadlock ends the process
    with DEADLOCK_STATUS."""
    for method in (Loop.create_task, Loop.time, Loop.call_at):
        method.__qualname__ = "BaseEventLoop." + method.__name__
    name_as(Loop, "EventLoop", "asyncio")
    name_as(Timer, "TimerHandle", "asyncio.events")
    name_as(all_tasks, "all_tasks", "asyncio.tasks")
    values.write_as(Loop, "<EventLoop>")
    values.write_as(Timer, "<TimerHandle>")
    values.WRITERS[OrderedSet] = values.set_text
    Selector.on_deadlock = on_deadlock
    asyncio.all_tasks = asyncio.tasks.all_tasks = all_tasks
    for module in (asyncio.tasks, asyncio.taskgroups):
        module.set = OrderedSet
    asyncio.set_event_loop_policy(Policy())
    asyncio.SelectorEventLoop = Loop
