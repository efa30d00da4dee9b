#!/usr/bin/env python3
"""run.py [--bare] FILE [STEPS [MOST]]: runs a program under CPython 3.11 on virtual time.

Its output, its standard error and its exit status are the program's.  Its steps go to the file
STEPS as JSON lines (man 5 cosub-trace), at most MOST of them; with --bare, what sys.settrace tells
goes there as it comes.
"""
import os
import pathlib
import sys

sys.path[0] = str(pathlib.Path(__file__).resolve().parent.parent)

from oracle import bare, interpreter, program, tracer           # noqa: E402


def check(argv, path):
    """Ends the process if it cannot run the program, or can only in another environment."""
    if not os.path.isfile(path):
        sys.exit(f"run.py: no such file: {path}")
    if os.environ.get("PYTHONHASHSEED") != "0":
        sentence = interpreter.missing()
        if sentence:
            sys.exit(f"run.py: {sentence}")
        sys.stdout.flush()
        os.execve(sys.executable, [sys.executable, *argv], interpreter.environment())


def read_arguments(argv):
    """(the program's path, what records its steps or None)."""
    is_bare = argv[1:2] == ["--bare"]
    path, steps, most = (argv[1 + is_bare:] + [None] * 3)[:3]
    if path is None or len(argv) > 4 + is_bare:
        sys.exit(__doc__.split("\n", maxsplit=1)[0])
    check(argv, path)
    if steps is None:
        return path, None
    if is_bare:
        return path, bare.Recorder(path, steps)
    return path, tracer.Tracer(path, steps, most and int(most))


path, recorder = read_arguments(sys.argv)
program.run(path, recorder and recorder.enters, recorder)
