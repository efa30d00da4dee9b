"""The steps of a run as short lines, the form in which tests/programs keeps them.

    yield gen#1:3 why=yield value=0 | n='3'

tests/support/steps.h says what is in such a line, and steps.c writes the same from cosub's steps.
"""
import json

MOST_STEPS = 400        # as in tests/unit/test_programs.c

# The fields that count, as in steps.c.
FIELDS = {
    "call": ["how"], "line": [], "resume": ["at", "how", "value"], "yield": ["why", "value"],
    "return": ["value"], "unwind": [], "exception": ["value"], "greenlet": ["how", "from", "to"],
}


def changes(before, now):
    """What changed among a frame's variables."""
    changed = []
    for name in sorted(before.keys() | now.keys()):
        if name not in now:
            changed.append("-" + name)
        elif before.get(name) != now[name]:
            changed.append(f"{name}={now[name]}")
    return " | " + ", ".join(changed) if changed else ""


def line_of(step, frames, more):
    """The step's line; frames has the variables of each frame at its last step; more names further
    fields that are shown."""
    event = step["event"]
    line = event
    if event != "greenlet":
        line += f" {step['func']}#{step['frame']}:{step['line']}"
    line += "".join(f" {field}={step[field]}" for field in (*FIELDS[event], *more)
                    if field in step)
    if "locals" in step:
        line += changes(frames.get(step["frame"], {}), step["locals"])
        frames[step["frame"]] = step["locals"]
    return line + "\n"


def from_jsonl(jsonl, more=()):
    """(the steps' lines as one text, the exception that ended the run or None)."""
    steps = [json.loads(line) for line in jsonl.splitlines()]
    exception = next((s["exc"] for s in steps[-1:] if s["event"] == "end"), None)
    shown = [s for s in steps if s["event"] not in ("end", "truncated")]
    frames = {}
    lines = [line_of(step, frames, more) for step in shown[:MOST_STEPS]]
    if len(shown) > MOST_STEPS or any(s["event"] == "truncated" for s in steps):
        lines.append("truncated\n")
    return "".join(lines), exception


def end_line(status, exception):
    """The last line; how SystemExit ends a program is its status."""
    if status != 1 or exception is None or exception == "SystemExit":
        return f"end {status}\n"
    return f"end {status} {exception.splitlines()[0]}\n"
