#!/usr/bin/env python3
"""compare.py FILE.py ...: shows where cosub differs from CPython 3.11 on these programs.

Compared is what the tests compare: output, standard error, steps, exit status.  COSUB names the
cosub that runs them; build/cosub when it is not set.
"""
import difflib
import os
import pathlib
import sys

sys.path[0] = str(pathlib.Path(__file__).resolve().parent.parent)

from oracle import interpreter, results, scenarios          # noqa: E402


def differences(path, cosub):
    """The lines in which cosub differs, with those around them."""
    path = pathlib.Path(path)
    source = path.read_bytes()
    plain, judged = results.plain(path.name, source), results.judged(path.name, source)
    if plain.status is not None:
        judged = judged._replace(err=plain.err)
    ours = results.of_cosub(cosub, path.name, source)
    found = []
    for field in ("out", "err", "steps"):
        expected, got = getattr(judged, field), getattr(ours, field)
        found += difflib.unified_diff(
            expected.splitlines(), got.splitlines(), f"{path} {field}, CPython",
            f"{path} {field}, cosub", n=2, lineterm="")
    return found


def main(files):
    sentence = interpreter.missing()
    if sentence or not files:
        sys.exit(f"compare.py: {sentence or 'no program named'}")
    for file in files:
        if not pathlib.Path(file).is_file():
            sys.exit(f"compare.py: no such file: {file}")
    cosub = os.environ.get("COSUB") or str(scenarios.TOP / "build" / "cosub")
    if not os.path.isfile(cosub):
        sys.exit(f"compare.py: there is no {cosub}; make builds it")
    differ = 0
    for found in results.each(lambda file: differences(file, cosub), files):
        differ += bool(found)
        for line in found:
            print(line)
    print(f"{len(files) - differ} agree, {differ} differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
