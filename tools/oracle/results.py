"""What a program does, as the tests keep it: standard output, standard error, steps."""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import typing

from oracle import interpreter, steps

# Seconds.  Some programs wait for ever in real time; on virtual time they end at once.
REAL_TIME, PATIENCE = 20, 300

ADDRESS = re.compile(r"0x[0-9a-f]{6,}")
# A frame of Python's own library in a traceback, with its lines.
FOREIGN_FRAME = re.compile(r'^(?P<in>[ |]*)  File "/.*\n(?:(?P=in)    .*\n)*', re.M)


class Result(typing.NamedTuple):
    out: str
    err: str
    status: int | None          # None if the run did not end in time
    steps: str                  # with the end as its last line


DOES_NOT_END = Result("", "", None, "")


def error_text(text, folder):
    """Standard error without the lines of carets, without the folder, addresses and the frames of
    Python's own library."""
    text = text.replace(folder + os.sep, "")
    text = ADDRESS.sub("0x...", FOREIGN_FRAME.sub("", text))
    return "".join(line for line in text.splitlines(keepends=True)
                   if not ("^" in line and not line.strip(" |^~\n")))


def execute(command, name, source, timeout=PATIENCE, trace=None):
    """The Result of a command that runs the program of that name in a folder of its own; trace is
    the file to which it writes the steps there, and without one there are none."""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, name).write_bytes(source)
        try:
            p = subprocess.run(command, cwd=folder, env=interpreter.environment(), text=True,
                               stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout)
        except subprocess.TimeoutExpired:
            return DOES_NOT_END
        lines = ""
        if trace is not None and pathlib.Path(folder, trace).exists():
            lines, exception = steps.from_jsonl(pathlib.Path(folder, trace).read_text())
            lines += steps.end_line(p.returncode, exception)
        return Result(p.stdout, error_text(p.stderr, os.path.realpath(folder)), p.returncode, lines)


def plain(name, source):
    """What the program does under Python alone, in real time."""
    return execute([sys.executable, name], name, source, REAL_TIME)


def judged(name, source):
    """What the program does under the judge."""
    command = [sys.executable, interpreter.HERE / "run.py", name, "steps",
               str(steps.MOST_STEPS)]
    return execute(command, name, source, trace="steps")


def of_cosub(cosub, name, source):
    """What the program does under cosub."""
    command = [os.path.abspath(cosub), "run", "--trace=steps", name]
    return execute(command, name, source, trace="steps")


def each(function, items):
    """function(item) for each item, as many at a time as there are processors, in their order."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(function, items)
