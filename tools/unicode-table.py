#!/usr/bin/env python3
"""Writes src/vm/kind/unicode_table.c: classes and case of characters, as this
Python knows them (3.11: Unicode 14.0).

    tools/unicode-table.py > src/vm/kind/unicode_table.c
"""
import sys
import unicodedata

ORDER = ["ALPHA", "LOWER", "UPPER", "TITLE", "DECIMAL", "DIGIT", "NUMERIC", "SPACE",
         "PRINTABLE", "ID_START", "ID_CONTINUE", "CASED", "CASE_IGNORABLE"]


def classes(c):
    t = chr(c)
    # A final sigma looks for a cased letter before it, past what is to be
    # ignored there, even if that is cased itself.
    ignorable = (t + "Σ").lower()[-1] != "ς" and ("a" + t + "Σ").lower()[-1] == "ς"
    title = unicodedata.category(t) == "Lt"
    return [t.isalpha(), t.islower(), t.isupper(), title, t.isdecimal(), t.isdigit(),
            t.isnumeric(), t.isspace(), t.isprintable(), t.isidentifier(), ("a" + t).isidentifier(),
            t.islower() or t.isupper() or title, ignorable]


def class_rows():
    rows, sets = [], []
    for c in range(sys.maxunicode + 1):
        bits = sum(1 << i for i, yes in enumerate(classes(c)) if yes)
        if bits not in sets:
            sets.append(bits)
        if not rows or rows[-1][1] != bits:
            rows.append((c, bits))
    return [(c, sets.index(bits)) for c, bits in rows], sets


def single(mapping):
    """Runs (first, count, stride, delta) of the characters that map to one other."""
    runs = []
    for c, t in mapping:
        if len(t) != 1:
            continue
        delta = ord(t) - c
        if runs:
            first, count, stride, d = runs[-1]
            step = c - (first + (count - 1) * max(stride, 1))
            if d == delta and step in (1, 2) and (count == 1 or step == stride):
                runs[-1] = (first, count + 1, step, d)
                continue
        runs.append((c, 1, 1, delta))
    return runs


def put(items):
    """Prints items, as many on a line as 100 columns have room for."""
    line = "\t"
    for item in items:
        if len((line + item).expandtabs(8)) > 100:
            print(line.rstrip(" "))
            line = "\t"
        line += item + " "
    print(line.rstrip(" "))


def put_case(name, mapping):
    runs = single(mapping)
    print(f"\nconst struct unicode_run unicode_{name}[] = {{")
    put(["{ 0x%x, %d, %d, %d }," % r for r in runs])
    print("};")
    print(f"const size_t unicode_{name}_count = {len(runs)};")


def main():
    chars = [c for c in range(sys.maxunicode + 1) if not 0xd800 <= c < 0xe000]
    rows, sets = class_rows()
    lower = {c: chr(c).lower() for c in chars}
    upper = {c: chr(c).upper() for c in chars}
    title = {c: chr(c).title() for c in chars}
    fold = {c: chr(c).casefold() for c in chars}
    print("/* Written by tools/unicode-table.py from Unicode %s. */" % unicodedata.unidata_version)
    print("/* clang-format off */")
    print('#include "vm/kind/unicode_table.h"')
    print("\nconst uint16_t unicode_class_sets[] = {")
    put(["0x%x," % s for s in sets])
    print("};\n\n/* first << 8 | index of the set */\nconst uint32_t unicode_class_rows[] = {")
    put(["0x%x," % (c << 8 | s) for c, s in rows])
    print("};")
    print(f"const size_t unicode_class_row_count = {len(rows)};")
    put_case("lower", [(c, t) for c, t in lower.items() if ord(t[0]) != c or len(t) > 1])
    put_case("upper", [(c, t) for c, t in upper.items() if ord(t[0]) != c or len(t) > 1])
    put_case("title", [(c, t) for c, t in title.items() if t != upper[c]])
    put_case("fold", [(c, t) for c, t in fold.items() if t != lower[c]])
    several = [(k, c, t) for k, mapping in enumerate((lower, upper, title, fold))
               for c, t in mapping.items() if len(t) > 1]
    print("\nconst struct unicode_several unicode_several[] = {")
    put(["{ %d, 0x%x, { %s } }," % (k, c, ", ".join("0x%x" % ord(x) for x in t))
         for k, c, t in several])
    print("};")
    print(f"const size_t unicode_several_count = {len(several)};")


main()
