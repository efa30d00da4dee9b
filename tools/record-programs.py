"""record-programs.py ORACLE [NAME ...]: the work of record-programs.sh."""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "tests" / "programs"
ADDRESS = re.compile(r"0x[0-9a-f]{6,}")
MOST_STEPS = 400        # as in test_programs.c
FOREIGN_FRAME = re.compile(r'^(?P<in>[ |]*)  File "/.*\n(?:(?P=in)    .*\n)*', re.M)
TIMEOUT = 20            # seconds; a program that waits for ever has only the oracle's results

# As in tests/support/steps.c.
FIELDS = {
    "call": ["how"], "line": [], "resume": ["at", "how", "value"], "yield": ["why", "value"],
    "return": ["value"], "unwind": [], "exception": ["value"], "greenlet": ["how", "from", "to"],
}


def variables(before, now):
    """What changed among a frame's variables."""
    changes = []
    for name in sorted(before.keys() | now.keys()):
        if name not in now:
            changes.append("-" + name)
        elif before.get(name) != now[name]:
            changes.append(f"{name}={now[name]}")
    return " | " + ", ".join(changes) if changes else ""


def step_line(step, frames):
    event = step["event"]
    line = event
    if event != "greenlet":
        line += f" {step['func']}#{step['frame']}:{step['line']}"
    line += "".join(f" {field}={step[field]}" for field in FIELDS[event] if field in step)
    if "locals" in step:
        line += variables(frames.get(step["frame"], {}), step["locals"])
        frames[step["frame"]] = step["locals"]
    return line + "\n"


def steps_text(jsonl):
    """The steps as tests/support/steps.h has them, and the exception at the end."""
    lines, frames, exc = [], {}, None
    for text in jsonl.splitlines():
        step = json.loads(text)
        if step["event"] == "end":
            exc = step["exc"]
        elif len(lines) == MOST_STEPS:
            lines.append("truncated\n")
            break
        else:
            lines.append(step_line(step, frames))
    return "".join(lines), exc


def error_text(stderr, folder):
    """Standard error without the lines of carets, without the folder, addresses and
    the frames of Python's own library."""
    text = ADDRESS.sub("0x...", FOREIGN_FRAME.sub("", stderr.replace(folder + os.sep, "")))
    lines = text.splitlines(keepends=True)
    return "".join(l for l in lines if not ("^" in l and not l.strip(" |^~\n")))


def execute(program, oracle):
    """(stdout, stderr, status, steps) of one run; status None if it did not end."""
    env = dict(os.environ, PYTHONHASHSEED="0", PYTHONUTF8="1", TZ="UTC", PYTHONDONTWRITEBYTECODE="1")
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, program.name)
        pathlib.Path(file).write_bytes(program.read_bytes())
        command = [sys.executable]
        if oracle:
            command += [oracle, "run", program.name, "--trace", "steps"]
        else:
            command += [program.name]
        try:
            p = subprocess.run(command, cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            return "", "", None, ("", None)
        steps = steps_text(pathlib.Path(folder, "steps").read_text()) if oracle else None
        return p.stdout, error_text(p.stderr, os.path.realpath(folder)), p.returncode, steps


def end_line(status, exc):
    """As put_end in test_programs.c; how SystemExit ends a program is its status."""
    if status != 1 or exc is None or exc == "SystemExit":
        return f"end {status}\n"
    return f"end {status} {exc.splitlines()[0]}\n"


def keep(path, text):
    if text:
        path.write_text(text)
    else:
        path.unlink(missing_ok=True)


def record(program, oracle):
    """Keeps the results of one program; a sentence if something is wrong with them."""
    plain = execute(program, None)
    first, second = execute(program, oracle), execute(program, oracle)
    if first != second:
        return "two recordings differ"
    out, err, status, (steps, exc) = first
    if status is None:
        return "does not end"
    program.with_suffix(".out").write_text(out)
    keep(program.with_suffix(".err"), plain[1] if plain[2] is not None else err)
    program.with_suffix(".steps").write_text(steps + end_line(status, exc))
    if plain[2] is None:
        return None
    if plain[0] != out:
        return "plain Python prints something else"
    if plain[2] != status:
        return f"plain Python ends with {plain[2]}, the oracle with {status}"
    return None


def chosen(names):
    programs = sorted(FOLDER.glob("*/*.py"))
    if names:
        programs = [p for p in programs if p.parent.name in names or f"{p.parent.name}/{p.stem}" in names]
    return programs


def main():
    oracle, names = os.path.abspath(sys.argv[1]), sys.argv[2:]
    programs = chosen(names)
    if not programs:
        sys.exit("record-programs: no such program")
    wrong = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for program, sentence in zip(programs, pool.map(lambda p: record(p, oracle), programs)):
            if sentence:
                wrong += 1
                print(f"{program.parent.name}/{program.stem}: {sentence}")
    print(f"{len(programs)} recorded, {wrong} with something wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
