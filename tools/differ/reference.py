"""A server that runs programs as python3 does, each in a fork of its own.

Started as `python3 -c "import reference; reference.serve()" DIRECTORY-OF-ORACLE`. A line of standard input
names a folder that holds program.py; the answer is a line once out, err, status and, if the line ended with
" steps", steps have been written there.
"""
import os
import resource
import sys

SECONDS = 10            # of processor time, not of the clock: a loaded machine changes no result


def load_oracle(folder):
    """The oracle, with what asyncio programs need imported already; None without a folder."""
    if not folder:
        return None
    sys.path.insert(0, folder)
    import oracle
    import asyncio.taskgroups, collections, contextlib, dis, heapq, json, selectors, traceback, weakref  # noqa
    return oracle


def run_plainly(path):
    """The program without the oracle; how it ends is told as python3 does."""
    import traceback
    main = sys.modules["__main__"].__dict__
    main.update(__name__="__main__", __file__=path)
    with open(path) as file:
        text = file.read()
    try:
        exec(compile(text, path, "exec", dont_inherit=True), main)
    except SystemExit:
        raise
    except BaseException as e:
        sys.stdout.flush()
        traceback.print_exception(type(e), e, e.__traceback__.tb_next)
        sys.exit(1)


def run(oracle, folder, steps):
    """In the child: the program's output goes to files, and the process ends as the program does."""
    os.chdir(folder)
    for stream, name in ((1, "out"), (2, "err")):
        fd = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(fd, stream)
        os.close(fd)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    sys.path[0] = folder
    if oracle:
        oracle.child(["program.py"] + (["--trace", "steps"] if steps else []))
    else:
        run_plainly("program.py")


def serve():
    oracle = load_oracle(sys.argv[1])
    for line in sys.stdin:
        folder, _, steps = line.rstrip("\n").partition(" ")
        child = os.fork()
        if child == 0:
            run(oracle, folder, steps == "steps")
            return
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with open(os.path.join(folder, "status"), "w") as file:
            file.write(str(status))
        print("done", flush=True)
