#!/usr/bin/env python3
"""selftest.py [--renew] [CASE ...]: tests the judge on the programs of cases/.

Of each case (of all, when none is named) must hold:
- its steps are those in CASE.steps, each read by a person against the program;
- they are what a bare sys.settrace tells, event for event, only told apart more finely;
- a frame begins once, goes on only after a suspension, and nothing follows its end;
- it prints and ends as it does without the judge.

--renew writes the steps instead of comparing them; read what git diff then shows.
"""
import difflib
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path[0] = str(pathlib.Path(__file__).resolve().parent.parent)

from oracle import interpreter, results, steps          # noqa: E402

CASES = interpreter.HERE / "cases"

# What these print depends on virtual time, or on the order in which sets of tasks iterate.
NOT_AS_PLAIN = {"gather_exception_taskgroup", "gather_of_gather_wait_sets", "timer_ties"}

# What the judge tells beyond the form of tests/programs.
MORE_FIELDS = ("stop", "silent_resume", "task", "greenlet")

# A step's kind -> the event of sys.settrace; a switch of greenlets has none.
BARE = {"call": "call", "resume": "call", "line": "line", "exception": "exception",
        "yield": "return", "return": "return", "unwind": "return"}

# A step's kind -> what its frame may have done before, what it does after.
BEFORE = {"call": (None,), "resume": ("suspended",)}
AFTER = {"yield": "suspended", "return": "ended", "unwind": "ended"}


def run(folder, *command):
    return subprocess.run([sys.executable, *command], cwd=folder, env=interpreter.environment(),
                          stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=results.PATIENCE)


def file_in(folder, name):
    """The text of a file that a run leaves, or nothing."""
    path = pathlib.Path(folder, name)
    return path.read_text() if path.exists() else ""


def bare_difference(events, bare):
    """Where the steps are not the bare events, as a sentence."""
    fine = [[BARE[e["event"]], e["func"], e["line"]] for e in events if e["event"] in BARE]
    for i, (expected, got) in enumerate(zip(bare, fine)):
        if expected != got:
            return [f"event {i}: settrace tells {expected}, the judge {got}"]
    return [] if len(fine) == len(bare) else [f"settrace tells {len(bare)} events, not {len(fine)}"]


def order_fault(events):
    """The first step that cannot follow the one before in its frame, as a sentence."""
    states = {}
    for i, event in enumerate(events):
        kind = event["event"]
        if kind not in BARE:
            continue
        frame = event["frame"]
        state = states.get(frame)
        # Thrown into, a delegator goes on without an event.
        allowed = ("suspended",) if event.get("silent_resume") else BEFORE.get(kind, ("runs",))
        if state not in allowed:
            return [f"step {i}: {kind} in frame {frame}, which is {state}"]
        states[frame] = AFTER.get(kind, "runs")
    return []


def steps_difference(case, text, renew):
    """Where the steps are not those that are kept, as lines; or keeps them."""
    kept = case.with_suffix(".steps")
    if renew:
        kept.write_text(text)
        return []
    if not kept.exists():
        return ["has no steps kept (--renew writes them)"]
    return list(difflib.unified_diff(kept.read_text().splitlines(), text.splitlines(),
                                     "kept", "now", n=2, lineterm=""))


def complaints(case, renew):
    """What does not hold of the case, in sentences."""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, case.name).write_bytes(case.read_bytes())
        plain = run(folder, case.name)
        judged = run(folder, interpreter.HERE / "run.py", case.name, "steps")
        run(folder, interpreter.HERE / "run.py", "--bare", case.name, "bare")
        jsonl, bare = file_in(folder, "steps"), file_in(folder, "bare")
    if not jsonl or not bare:
        return [f"left no steps: {judged.stderr[-300:]}"]
    events = [json.loads(line) for line in jsonl.splitlines()]
    found = bare_difference(events, json.loads(bare)) + order_fault(events)
    if judged.returncode != plain.returncode:
        found.append(f"ends with {judged.returncode}, plain Python with {plain.returncode}")
    if judged.stdout != plain.stdout and case.stem not in NOT_AS_PLAIN:
        found.append(f"prints {judged.stdout!r}, plain Python {plain.stdout!r}")
    text, exception = steps.from_jsonl(jsonl, MORE_FIELDS)
    text += steps.end_line(judged.returncode, exception)
    return found + steps_difference(case, text, renew)


def main(arguments):
    sentence = interpreter.missing()
    if sentence:
        print(f"selftest.py: skipped: {sentence}")
        return 0
    renew = "--renew" in arguments
    names = [a for a in arguments if a != "--renew"]
    cases = [c for c in sorted(CASES.glob("*.py")) if not names or c.stem in names]
    failed = 0
    for case, found in zip(cases, results.each(lambda c: complaints(c, renew), cases)):
        failed += bool(found)
        for sentence in found:
            print(f"{case.stem}: {sentence}")
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
