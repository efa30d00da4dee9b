"""Random programs under python3 and cosub: see README.md."""
import argparse
import collections
import os
import sys
import tempfile

import asynchronous
import synchronous
from execute import Pair, interpreter
from reduce import reduce

PROGRAMS = {"sync": synchronous.program, "async": asynchronous.program}


def options(argv):
    p = argparse.ArgumentParser(prog="differ", description="runs random programs by python3 and by cosub")
    p.add_argument("cosub", nargs="?", default="build/cosub")
    p.add_argument("--count", type=int, default=200, help="programs of each sort")
    p.add_argument("--seed", type=int, default=1, help="of the first one; the next has the next number")
    p.add_argument("--sort", choices=["sync", "async", "both"], default="both")
    p.add_argument("--steps", action="store_true", help="compare the recorded steps too")
    p.add_argument("--show", type=int, default=1, help="programs shown of each kind")
    p.add_argument("--tries", type=int, default=400, help="smaller programs tried for each one shown")
    p.add_argument("--keep", metavar="FOLDER", help="writes the reduced programs there")
    p.add_argument("--print", action="store_true", help="print the programs and run none")
    o = p.parse_args(argv)
    sentence = None if o.print else interpreter.another_version()
    if sentence:
        p.error(sentence)
    return o


def seeds(o):
    for sort in ("sync", "async") if o.sort == "both" else (o.sort,):
        for seed in range(o.seed, o.seed + o.count):
            yield sort, seed


def reduced(pair, text, kind, tries):
    def differs(shorter):
        try:
            d = pair.compare(shorter)
        except ValueError:
            return False
        return d is not None and d.kind == kind
    return reduce(text, differs, tries)


def show(o, pair, found):
    """Tells the kinds, the most frequent first, each with its first programs."""
    for kind, cases in sorted(found.items(), key=lambda item: -len(item[1])):
        print(f"\n== {kind}: {len(cases)}")
        for sort, seed, text, d in cases[:o.show]:
            small = reduced(pair, text, kind, o.tries)
            print(f"-- {sort} {seed}\n   expected {d.expected}\n   given    {d.given}\n{small}", end="", flush=True)
            if o.keep:
                os.makedirs(o.keep, exist_ok=True)
                with open(os.path.join(o.keep, f"{sort}-{seed}.py"), "w") as file:
                    file.write(small)


def examine(o, pair):
    """Runs all programs; the kinds with their cases, and how many of each sort ran and differed."""
    found, ran, differed = collections.defaultdict(list), collections.Counter(), collections.Counter()
    for sort, seed in seeds(o):
        text = PROGRAMS[sort](seed)
        try:
            d = pair.compare(text)
        except ValueError as e:
            print(f"{sort} {seed}: left out: {e}")
            continue
        ran[sort] += 1
        if d:
            differed[sort] += 1
            found[d.kind].append((sort, seed, text, d))
    return found, ran, differed


def main(argv):
    o = options(argv)
    if o.print:
        for sort, seed in seeds(o):
            print(f"# {sort} {seed}\n{PROGRAMS[sort](seed)}", end="")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(os.path.abspath(o.cosub), folder, o.steps)
        found, ran, differed = examine(o, pair)
        show(o, pair, found)
        pair.close()
    for sort, n in ran.items():
        print(f"{sort}: {differed[sort]} of {n} differ ({100 * differed[sort] / n:.2f} %)")
    return 1 if any(differed.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
