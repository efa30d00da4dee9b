"""The steps of a program, from sys.settrace and greenlet.settrace.

CPython tells a first entry and a resumption alike as "call", and a return, a suspension and an
unwinding alike as "return".  The tracer tells them apart by the instruction at which the frame
stands and by the state of the generator that owns it.
"""
import dis
import gc
import itertools
import json
import sys
import weakref

from oracle import frames
from oracle.values import text_of

RESUME, YIELD_VALUE, RETURN_VALUE, SEND, FOR_ITER, END_ASYNC_FOR = (
    dis.opmap[name] for name in
    ("RESUME", "YIELD_VALUE", "RETURN_VALUE", "SEND", "FOR_ITER", "END_ASYNC_FOR"))

# What RESUME's operand says of where the frame goes on.
PLACES = ("start", "yield", "yield from", "await")

# What the interpreter puts among a module's and a class's variables.
HIDDEN = {"__name__", "__doc__", "__package__", "__loader__", "__spec__", "__annotations__",
          "__builtins__", "__file__", "__cached__", "__module__", "__qualname__", "__class__",
          "__classcell__", "__path__"}


class FrameTracer:
    """The local trace function of one frame.  It lives in frame.f_trace, and so gives the frame
    an identity that outlives suspensions and is never used again."""
    __slots__ = ("tracer", "number", "code", "suspended", "place", "raised_at")

    def __init__(self, tracer, number, code):
        self.tracer = tracer
        self.number = number
        self.code = code
        self.suspended = False
        self.place = PLACES[0]          # where it was suspended last
        self.raised_at = -1             # the instruction of an exception not yet handled

    def __call__(self, frame, event, arg):
        self.tracer.inside(self, frame, event, arg)
        return self


class Tracer:
    def __init__(self, program, out, most=None):
        """Writes the steps of code from the file named program as JSON lines to the file out, at
        most so many."""
        self.program = program
        self.out = open(out, "w", encoding="utf-8")
        self.encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
        self.most = most
        self.count = 0
        self.truncated = False
        self.frames = itertools.count()
        self.reader = frames.FrameReader()
        self.bytecodes = {}
        self.greenlet = None
        self.greenlet_numbers = weakref.WeakKeyDictionary()
        self.greenlets = itertools.count()

    # Writing.

    def write(self, step):
        self.out.write(self.encode(step) + "\n")

    def emit(self, step):
        if self.truncated or self.out is None:
            return
        if self.count == self.most:
            self.truncated = True
            self.write({"event": "truncated", "after": self.count})
            sys.settrace(None)
            return
        self.count += 1
        self.write(step)

    def finish(self, exception):
        """Ends the record: exception is the last line of an uncaught one's traceback, or None."""
        if self.out is not None:
            self.write({"event": "end", "exc": exception})
            self.out.close()
            self.out = None
        sys.settrace(None)
        if self.greenlet is not None:
            self.greenlet.settrace(None)

    def record(self, ft, frame, event, **fields):
        step = {"event": event, "func": ft.code.co_qualname, "frame": ft.number,
                "line": frame.f_lineno, **fields, "locals": self.variables(frame)}
        task = self.task_name()
        if task is not None:
            step["task"] = task
        if self.greenlet is not None:
            step["greenlet"] = self.greenlet_number(self.greenlet.getcurrent())
        self.emit(step)

    # What a step tells.

    def variables(self, frame):
        return {name: text_of(value) for name, value in self.reader.variables(frame).items()
                if type(name) is str and name not in HIDDEN and not name.startswith(".")}

    @staticmethod
    def task_name():
        asyncio = sys.modules.get("_asyncio")
        loop = None if asyncio is None else asyncio._get_running_loop()
        if loop is None:
            return None
        task = sys.modules["asyncio"].tasks._current_tasks.get(loop)
        return None if task is None else task.get_name()

    def greenlet_number(self, greenlet):
        """0 for the main one, the others as they are first met."""
        number = self.greenlet_numbers.get(greenlet)
        if number is None:
            number = self.greenlet_numbers[greenlet] = next(self.greenlets)
        return number

    def bytecode(self, code):
        found = self.bytecodes.get(id(code))
        if found is None:
            # The code object is kept, so that its id stays its own.
            found = self.bytecodes[id(code)] = (code.co_code, code)
        return found[0]

    # The trace functions.

    def enters(self, frame, event, arg):
        """The global trace function: a frame is entered, or entered again."""
        if frame.f_code.co_filename != self.program or event != "call":
            return None
        ft = frame.f_trace
        # throw() and close() enter a frame past its RESUME.
        bytecode = self.bytecode(frame.f_code)
        thrown = frame.f_lasti < 0 or bytecode[frame.f_lasti] != RESUME
        how = {"how": "throw"} if thrown else {}
        if type(ft) is not FrameTracer:
            ft = FrameTracer(self, next(self.frames), frame.f_code)
            self.record(ft, frame, "call", **how)
            return ft
        ft.suspended = False
        ft.raised_at = -1
        if not thrown:
            how = {"how": "send"}
            value, there = self.reader.stack_top(frame)
            if there:
                how["value"] = text_of(value)
        self.record(ft, frame, "resume", at=ft.place, **how)
        return ft

    def inside(self, ft, frame, event, arg):
        fields = {}
        if ft.suspended:
            # Where a generator that was thrown into returns, 3.11 goes on in its delegator
            # without a "call" (Objects/genobject.c, _gen_throw).
            ft.suspended = False
            fields["silent_resume"] = True
        if event == "line":
            ft.raised_at = -1
            self.record(ft, frame, "line", **fields)
        elif event == "return":
            self.leaves(ft, frame, arg, fields)
        elif event == "exception":
            self.raises(ft, frame, arg, fields)

    def leaves(self, ft, frame, arg, fields):
        # Only the generator's state tells a suspension from an unwinding: a RERAISE, with which a
        # with or a finally ends, puts the frame back to the instruction that raised, which can be
        # the YIELD_VALUE.
        if frames.is_suspended(frame):
            ft.suspended = True
            ft.place = self.place_after(ft.code, frame.f_lasti)
            value = text_of(self.yielded(ft, arg))
            self.record(ft, frame, "yield", why=ft.place, value=value, **fields)
        elif self.returns(ft, frame):
            # A class body returns the cell of __class__.
            value = arg if ft.code.co_flags & frames.CO_OPTIMIZED else None
            self.record(ft, frame, "return", value=text_of(value), **fields)
        else:
            self.record(ft, frame, "unwind", **fields)

    def raises(self, ft, frame, arg, fields):
        kind, value, _ = arg
        ft.raised_at = frame.f_lasti
        fields["value"] = text_of(value)
        if self.is_stop(ft.code, frame.f_lasti, kind):
            fields["stop"] = True
            ft.raised_at = -1
        self.record(ft, frame, "exception", **fields)

    # Bytecode.

    def returns(self, ft, frame):
        bytecode = self.bytecode(ft.code)
        return bytecode[frame.f_lasti] == RETURN_VALUE and ft.raised_at != frame.f_lasti

    def place_after(self, code, lasti):
        bytecode = self.bytecode(code)
        for i in range(lasti + 2, len(bytecode), 2):
            if bytecode[i] == RESUME:
                return PLACES[bytecode[i + 1] & 3]
        return PLACES[0]

    @staticmethod
    def yielded(ft, value):
        """What a yield hands out: an async generator's comes wrapped."""
        if ft.place == "yield" and ft.code.co_flags & frames.CO_ASYNC_GENERATOR:
            inner = gc.get_referents(value)
            if type(value).__name__ == "async_generator_wrapped_value" and inner:
                return inner[-1]
        return value

    def is_stop(self, code, lasti, kind):
        """Whether the exception is the end of a loop or of a delegation, and no error."""
        bytecode = self.bytecode(code)
        if kind is StopIteration:
            return bytecode[lasti] in (SEND, FOR_ITER)
        return kind is StopAsyncIteration and any(
            bytecode[entry.target] == END_ASYNC_FOR for entry in dis._parse_exception_table(code)
            if entry.start <= lasti < entry.end)

    # Greenlets.

    def use_greenlet(self, greenlet):
        self.greenlet = greenlet
        self.greenlet_number(greenlet.getcurrent())
        greenlet.settrace(self.switches)

    def switches(self, event, args):
        origin, target = (self.greenlet_number(g) for g in args)
        self.emit({"event": "greenlet", "how": event, "from": origin, "to": target})
