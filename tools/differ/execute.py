"""Runs one program by python3 and by cosub, and says where they part."""
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.dirname(HERE))

from oracle import interpreter      # noqa: E402

SECONDS = 120           # the machine may be loaded; cosub ends by its own limits
FOREIGN_FRAME = re.compile(r'^(?P<in>[ |]*)  File "/.*\n(?:(?P=in)    .*\n)*', re.M)
ADDRESS = re.compile(r"0x[0-9a-f]{6,}")
# What a step is compared in, for each event.
FIELDS = {
    "call": ("func", "frame", "line", "locals", "how"),
    "resume": ("func", "frame", "line", "locals", "how", "value", "at"),
    "line": ("func", "frame", "line", "locals"),
    "yield": ("func", "frame", "line", "locals", "value", "why"),
    "return": ("func", "frame", "line", "locals", "value"),
    "unwind": ("func", "frame", "line", "locals"),
    "exception": ("func", "frame", "line", "locals", "value"),
    "end": ("exc",),
}


class Difference:
    """kind: what differs first; expected and given: the first lines that do."""

    def __init__(self, kind, expected, given):
        self.kind = kind
        self.expected = expected
        self.given = given


def error_text(text):
    """Standard error without addresses and the frames of Python's own library."""
    return ADDRESS.sub("0x...", FOREIGN_FRAME.sub("", text))


def first_lines(expected, given):
    """The first pair of lines that differ; None if all are the same."""
    a, b = expected.splitlines(), given.splitlines()
    for i in range(max(len(a), len(b))):
        x, y = (t[i] if i < len(t) else "(nothing)" for t in (a, b))
        if x != y:
            return x, y
    return None


def step_text(step):
    return json.dumps(step, ensure_ascii=False) if step else "(nothing)"


def first_steps(expected, given):
    """(what differs, expected, given) of the first pair of steps that differ; None."""
    for i in range(max(len(expected), len(given))):
        x, y = (s[i] if i < len(s) else {} for s in (expected, given))
        if x.get("event") != y.get("event"):
            return f"{x.get('event')} or {y.get('event')}", step_text(x), step_text(y)
        for field in FIELDS.get(x["event"], ()):
            if x.get(field) != y.get(field):
                return f"{x['event']} {field}", step_text(x), step_text(y)
    return None


def words_apart(expected, given):
    """A name for how two lines differ: the words around the first that does."""
    a, b = (re.sub(r"[a-z]*\d+", "N", t).split() for t in (expected, given))
    for i in range(max(len(a), len(b))):
        x, y = (t[i] if i < len(t) else "" for t in (a, b))
        if x != y:
            before = next((w for w in reversed(a[:i]) if w in ("cause", "context")), "")
            return f"{before} {x[:24]} | {y[:24]}".strip()
    return "a number"


class Pair:
    """python3 and cosub side by side, with a folder for what they read and write."""

    def __init__(self, cosub, folder, steps):
        self.cosub = cosub
        self.folder = folder
        self.steps = steps
        env = dict(interpreter.environment(), PYTHONDONTWRITEBYTECODE="1",
                   PYTHONPATH=os.pathsep.join((HERE, os.path.dirname(HERE))))
        self.server = subprocess.Popen([sys.executable, "-c", "import reference; reference.serve()"],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)

    def close(self):
        self.server.stdin.close()
        self.server.wait()

    def read(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8", errors="replace") as file:
            return file.read()

    def read_steps(self, name):
        return [json.loads(line) for line in self.read(name).splitlines()]

    def run_python(self):
        self.server.stdin.write(self.folder + (" steps\n" if self.steps else "\n"))
        self.server.stdin.flush()
        if not self.server.stdout.readline():
            raise RuntimeError("the reference has ended")
        return self.read("out"), error_text(self.read("err")), int(self.read("status"))

    def run_cosub(self):
        """None if cosub does not end."""
        command = [self.cosub, "run"] + (["--trace=cosub.steps"] if self.steps else []) + ["program.py"]
        try:
            p = subprocess.run(command, cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            return None
        return p.stdout.decode(errors="replace"), error_text(p.stderr.decode(errors="replace")), p.returncode

    def compare(self, text):
        """The Difference of the program text, None if there is none; raises ValueError if
        it is no program that ends under python3."""
        with open(os.path.join(self.folder, "program.py"), "w") as file:
            file.write(text)
        python = self.run_python()
        if python[2] < 0:
            raise ValueError("python3 does not end it")
        cosub = self.run_cosub()
        if cosub is None:
            return Difference("cosub does not end", "", "")
        return self.judge(python, cosub)

    def judge(self, python, cosub):
        if cosub[2] != python[2] and cosub[2] not in (0, 1):
            return Difference("status", f"status {python[2]}", f"status {cosub[2]}: {cosub[1][-300:]}")
        for name, a, b in zip(("output", "error"), python, cosub):
            lines = first_lines(a, b)
            if lines and not (name == "error" and python[2] == 3):
                return Difference(f"{name}: {words_apart(*lines)}", *lines)
        if cosub[2] != python[2]:
            return Difference("status", f"status {python[2]}", f"status {cosub[2]}")
        if self.steps and python[2] != 3:
            steps = first_steps(self.read_steps("steps"), self.read_steps("cosub.steps"))
            if steps:
                return Difference(f"steps: {steps[0]}", *steps[1:])
        return None
