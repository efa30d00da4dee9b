"""Reads a frame's variables and value stack where CPython 3.11 keeps them.

frame.f_locals would do, but asking for it leaves a snapshot in the frame that holds on to the
objects, and so delays their finalizers: looking would change the run.
"""
import ctypes

CO_OPTIMIZED = 0x1              # the variables are in slots, not in a dict
CO_ASYNC_GENERATOR = 0x200
CO_SUSPENDS = 0x20 | 0x80 | CO_ASYNC_GENERATOR          # generator, coroutine

# Offsets in bytes of 3.11's structs on 64 bits (Include/internal/pycore_frame.h).
FRAME_INTERPRETER_FRAME = 24    # PyFrameObject.f_frame
LOCALS_DICT = 24                # _PyInterpreterFrame.f_locals
STACK_TOP = 64                  # .stacktop
SLOTS = 72                      # .localsplus
# The frame of a generator lies in the generator, five bytes behind its state.
GENERATOR_STATE = -5            # PyGenObject.gi_frame_state
GENERATOR_SUSPENDED = -1

CELL = type((lambda x: lambda: x)(0).__closure__[0])


def interpreter_frame(frame):
    return ctypes.c_void_p.from_address(id(frame) + FRAME_INTERPRETER_FRAME).value


def object_at(address):
    """The object that the pointer at the address names; ValueError if it is NULL."""
    return ctypes.py_object.from_address(address).value


class FrameReader:
    def __init__(self):
        self.slots_of = {}

    def slots(self, code):
        """The code's variables in the order of their slots: (name, whether in a cell)."""
        slots = self.slots_of.get(code)
        if slots is None:
            plain, cells, free = code.co_varnames, code.co_cellvars, code.co_freevars
            names = list(plain) + [c for c in cells if c not in plain] + list(free)
            in_cell = {*cells, *free}
            slots = self.slots_of[code] = [(name, name in in_cell) for name in names]
        return slots

    def variables(self, frame):
        """Every bound variable of the frame: name -> object.  For a module or a class body it
        is the dict itself, not to be changed."""
        inner = interpreter_frame(frame)
        if not frame.f_code.co_flags & CO_OPTIMIZED:
            try:
                return object_at(inner + LOCALS_DICT)
            except ValueError:
                return {}
        found = {}
        for i, (name, in_cell) in enumerate(self.slots(frame.f_code)):
            try:
                value = object_at(inner + SLOTS + 8 * i)
                if in_cell and type(value) is CELL:
                    value = value.cell_contents
            except ValueError:
                continue
            found[name] = value
        return found

    def stack_top(self, frame):
        """(object on top of the frame's value stack, True), or (None, False)."""
        inner = interpreter_frame(frame)
        top = ctypes.c_int.from_address(inner + STACK_TOP).value
        if top <= len(self.slots(frame.f_code)):
            return None, False
        try:
            return object_at(inner + SLOTS + 8 * (top - 1)), True
        except ValueError:
            return None, False


def is_suspended(frame):
    """Whether the generator or coroutine that owns the frame is suspended in it."""
    if not frame.f_code.co_flags & CO_SUSPENDS:
        return False
    address = interpreter_frame(frame) + GENERATOR_STATE
    return ctypes.c_int8.from_address(address).value == GENERATOR_SUSPENDED
