"""The scenarios: what each side's program prints and which steps it takes, for tests/cli.sh."""
import pathlib
import re
import subprocess
import sys
import tempfile

from oracle import interpreter

TOP = interpreter.HERE.parent.parent
FOLDER = TOP / "scenarios"
RESULTS = TOP / "tests" / "scenarios"
SIDES = ("coroutine", "subroutine")

CELL = re.compile(r"# %% *(\S*)")
COMPARE = re.compile(r"^# compare: (.*)$", re.M)


def sides(text):
    """The sides that the scenario has: a file without cells is a coroutine program."""
    cells = [m[1] for m in map(CELL.match, text.splitlines()) if m]
    return [side for side in SIDES if side in cells] if cells else ["coroutine"]


def program_of(side, text):
    """The side's program: the file with the other cells blank, so that lines keep their numbers."""
    mine = side == "coroutine"
    lines = []
    for line in text.splitlines():
        cell = CELL.match(line)
        if cell:
            mine = cell[1] in (side, "both")
        lines.append(line if mine and not cell else "")
    return "\n".join(lines) + "\n"


def compared(output, how):
    """What counts of a side's output when the sides are compared."""
    if how == "lines":
        return sorted(output.splitlines())
    if how == "result":
        return output.splitlines()[-1:]
    return None if how == "none" else output


def record_side(scenario, side, text):
    """Keeps what the side's program does; (its output, sentences about it)."""
    out = RESULTS / f"{scenario.stem}.{side}.out"
    trace = RESULTS / f"{scenario.stem}.{side}.trace.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder, scenario.name)
        program.write_text(program_of(side, text))
        p = subprocess.run([sys.executable, interpreter.HERE / "run.py", program.name, trace],
                           cwd=folder, env=interpreter.environment(), stdin=subprocess.DEVNULL,
                           capture_output=True, text=True)
    out.write_text(p.stdout)
    return p.stdout, [f"the {side} side ends with status {p.returncode}"] if p.returncode else []


def record(scenario):
    """Keeps what both sides do; (sentences about them, whether they agree as the scenario says)."""
    text = scenario.read_text()
    outputs, sentences = [], []
    for side in sides(text):
        output, more = record_side(scenario, side, text)
        outputs.append(output)
        sentences += more
    how = COMPARE.search(text)
    how = how[1] if how else "output"
    if len(outputs) == 2 and compared(outputs[0], how) != compared(outputs[1], how):
        return sentences + ["the two sides differ"], False
    return sentences, True


def find(names):
    """The scenarios of these names, or all."""
    return [s for s in sorted(FOLDER.glob("*.py")) if not names or s.stem in names]
