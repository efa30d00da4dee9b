"""A server that runs programs as python3 does, each in a fork of its own.

Started as `python3 -c "import reference; reference.serve()"`, with tools/oracle importable as oracle. A line
of standard input names a folder that holds program.py; the answer is a line once out, err, status and, if
the line ended with " steps", steps have been written there. Time is virtual, as in cosub.
"""
import asyncio.taskgroups       # noqa: F401, what many programs import is read once and not in each fork
import os
import resource
import sys

from oracle import event_loop, program, tracer      # noqa: F401, event_loop for the same reason

SECONDS = 10            # of processor time, not of the clock: a loaded machine changes no result


def run(folder, steps):
    """In the child: the program's output goes to files, and the process ends as the program does."""
    os.chdir(folder)
    for stream, name in ((1, "out"), (2, "err")):
        fd = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(fd, stream)
        os.close(fd)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    recorder = tracer.Tracer("program.py", "steps") if steps else None
    program.run("program.py", recorder and recorder.enters, recorder)


def serve():
    for line in sys.stdin:
        folder, _, steps = line.rstrip("\n").partition(" ")
        child = os.fork()
        if child == 0:
            run(folder, steps == "steps")
            return
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with open(os.path.join(folder, "status"), "w") as file:
            file.write(str(status))
        print("done", flush=True)
