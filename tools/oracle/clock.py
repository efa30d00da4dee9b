"""Virtual time: whole nanoseconds from 0, which pass only while everybody sleeps."""
import operator
import time as real

from oracle import values

real_gmtime, real_strftime, real_asctime = real.gmtime, real.strftime, real.asctime

now_ns = 0


def advance_to(ns):
    global now_ns
    now_ns = max(now_ns, ns)


def nanoseconds(seconds):
    return round(seconds * 1e9)


def time():
    return now_ns / 1e9


def time_ns():
    return now_ns


def sleep(seconds, /):
    if not isinstance(seconds, float):
        operator.index(seconds)         # the message of CPython for what is no number
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    advance_to(now_ns + nanoseconds(seconds))


def gmtime(seconds=None, /):
    return real_gmtime(time() if seconds is None else seconds)


def strftime(form, moment=None, /):
    return real_strftime(form, gmtime() if moment is None else moment)


def asctime(moment=None, /):
    return real_asctime(gmtime() if moment is None else moment)


def ctime(seconds=None, /):
    return real_asctime(gmtime(seconds))


class StandIn:
    """A function in the module time: it looks like the built-in one that was there, and like it
    binds to no instance."""

    def __init__(self, name, function):
        self.__name__ = self.__qualname__ = name
        self.function = function

    def __call__(self, *args):
        return self.function(*args)

    def __repr__(self):
        return f"<built-in function {self.__name__}>"


StandIn.__name__ = StandIn.__qualname__ = "builtin_function_or_method"
StandIn.__module__ = "builtins"
values.WRITERS[StandIn] = values.by_repr


def install():
    """Puts the module time on virtual time; the zone is UTC."""
    for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        setattr(real, name, StandIn(name, time))
        setattr(real, name + "_ns", StandIn(name + "_ns", time_ns))
    for name, function in (("sleep", sleep), ("gmtime", gmtime), ("localtime", gmtime),
                           ("strftime", strftime), ("asctime", asctime), ("ctime", ctime)):
        setattr(real, name, StandIn(name, function))
