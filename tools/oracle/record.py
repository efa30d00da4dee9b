#!/usr/bin/env python3
"""record.py [NAME | FILE.py] ...: records what CPython 3.11 does.

Without an argument, all scenarios and all programs of the tests are recorded anew: what they
print, what they leave on standard error, which steps they take.  A NAME is a scenario, a group of
tests/programs or a GROUP/PROGRAM there.  Of a FILE.py, wherever it is, the same is printed and
nothing is kept.

Ends with 1 and says so if two recordings of a program differ, or a recording and what Python does
without the judge, or the two sides of a scenario.
"""
import pathlib
import sys

sys.path[0] = str(pathlib.Path(__file__).resolve().parent.parent)

from oracle import interpreter, results, scenarios         # noqa: E402

PROGRAMS = scenarios.TOP / "tests" / "programs"


def keep(path, text):
    """An empty text has no file."""
    if text:
        path.write_text(text)
    else:
        path.unlink(missing_ok=True)


def fault(plain, judged):
    """A sentence if the judge changed what the program does; in real time some do not end."""
    if plain.status is None:
        return None
    if plain.out != judged.out:
        return "plain Python prints something else"
    if plain.status != judged.status:
        return f"plain Python ends with {plain.status}, the judge with {judged.status}"
    return None


def record_program(program):
    """Keeps what the program does; a sentence if something is wrong with it."""
    source = program.read_bytes()
    judged = results.judged(program.name, source)
    if judged != results.judged(program.name, source):
        return "two recordings differ"
    if judged.status is None:
        return "does not end"
    plain = results.plain(program.name, source)
    program.with_suffix(".out").write_text(judged.out)
    keep(program.with_suffix(".err"), judged.err if plain.status is None else plain.err)
    program.with_suffix(".steps").write_text(judged.steps)
    return fault(plain, judged)


def find_programs(names):
    return [p for p in sorted(PROGRAMS.glob("*/*.py"))
            if not names or p.parent.name in names or f"{p.parent.name}/{p.stem}" in names]


def record_all(names):
    """Records the scenarios and programs of these names, or all; whether all is well."""
    lessons, programs = scenarios.find(names), find_programs(names)
    if not lessons and not programs:
        sys.exit("record.py: no scenario and no program of the tests has such a name")
    wrong = 0
    for lesson, (sentences, agree) in zip(lessons, results.each(scenarios.record, lessons)):
        wrong += not agree
        for sentence in sentences:
            print(f"{lesson.stem}: {sentence}")
    for program, sentence in zip(programs, results.each(record_program, programs)):
        if sentence:
            wrong += 1
            print(f"{program.parent.name}/{program.stem}: {sentence}")
    print(f"{len(lessons)} scenarios and {len(programs)} programs recorded, "
          f"{wrong} with something wrong")
    return wrong == 0


def show(path):
    """Prints what the program does; whether it does the same without the judge."""
    path = pathlib.Path(path)
    if not path.is_file():
        sys.exit(f"record.py: no such file: {path}")
    source = path.read_bytes()
    judged, plain = results.judged(path.name, source), results.plain(path.name, source)
    err = judged.err if plain.status is None else plain.err
    for title, text in (("out", judged.out), ("err", err), ("steps", judged.steps)):
        print(f"== {path.stem}.{title}")
        print(text, end="")
    sentence = fault(plain, judged)
    if sentence:
        print(f"== {sentence}")
    return sentence is None


def main(arguments):
    sentence = interpreter.missing()
    if sentence:
        sys.exit(f"record.py: {sentence}")
    files = [a for a in arguments if a.endswith(".py")]
    names = [a for a in arguments if not a.endswith(".py")]
    well = all([show(file) for file in files])
    if names or not files:
        well = record_all(names) and well
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
