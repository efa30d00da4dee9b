"""Runs one program as __main__ on virtual time, in this process."""
import gc
import os
import sys
import traceback

from oracle import clock, event_loop, interpreter

# What a module has before its first line; run.py's own names go.
BORN_WITH = ("__name__", "__builtins__", "__doc__", "__package__", "__loader__", "__spec__")


def prepare_modules(path, source, recorder):
    """Virtual time, and what the program imports from elsewhere."""
    sys.path[0] = os.path.dirname(os.path.abspath(path))
    sys.argv = [path]
    clock.install()
    if b"asyncio" in source:
        event_loop.install(lambda: recorder and recorder.finish("deadlock"))
    if b"greenlet" in source and interpreter.find_greenlet() and recorder:
        import greenlet
        recorder.use_greenlet(greenlet)


def fresh_main(path):
    """The namespace of __main__, as the program finds it."""
    names = sys.modules["__main__"].__dict__
    for name in list(names):
        if name not in BORN_WITH:
            del names[name]
    names.update(__name__="__main__", __file__=path, __cached__=None, __annotations__={},
                 __doc__=None)
    return names


def exit_of(error):
    """(status, text for the record) of the SystemExit, whose message it prints."""
    status = error.code
    if status is None or isinstance(status, int):
        return status or 0, "SystemExit"
    print(status, file=sys.stderr)
    return 1, "SystemExit"


def uncaught(error, path):
    """The text for the record; prints the traceback from the program's first frame on.  As in
    CPython, sys keeps the exception, and with it the frames' variables, until the end."""
    sys.last_type, sys.last_value = type(error), error
    sys.last_traceback = error.__traceback__
    tb = error.__traceback__
    while tb is not None and tb.tb_frame.f_code.co_filename != path:
        tb = tb.tb_next
    error.__traceback__ = tb
    sys.stdout.flush()
    sys.__excepthook__(type(error), error, tb)      # in C: the module traceback ends groups otherwise
    return "".join(traceback.format_exception_only(type(error), error)).rstrip("\n")


def run(path, trace_function=None, recorder=None):
    """Runs the program at path and ends the process with its status.  It is traced by
    trace_function, if there is one; recorder, if there is one, is told the end.  Cycles go at the
    end: when else would depend on how much the judge itself allocates."""
    gc.set_threshold(0)
    with open(path, "rb") as file:
        source = file.read()
    prepare_modules(path, source, recorder)
    names = fresh_main(path)
    status, exception = 0, None
    # No function of ours comes between this one and the program: each would take from its depth
    # of recursion.  Nothing of the program is held when it has ended.
    try:
        code = compile(source, path, "exec", dont_inherit=True)
        del source
        sys.settrace(trace_function)
        exec(code, names)
        sys.settrace(None)
    except SystemExit as error:
        sys.settrace(None)
        status, exception = exit_of(error)
        del error
    except BaseException as error:
        sys.settrace(None)
        status, exception = 1, uncaught(error, path)
        del error
    if recorder is not None:
        recorder.finish(exception)
    sys.stdout.flush()
    if status:
        sys.exit(status)
