#!/usr/bin/env python3
"""Writes src/base/utf8_width.c, the table of display widths.

    tools/width-table.py > src/base/utf8_width.c

The build does not need this: the table is kept.  Run it again with a newer
Python to follow a newer Unicode.
"""

import unicodedata

LAST = 0x10FFFF

# Format characters that are invisible everywhere.  Every other one is acted
# on by some terminals (bidirectional marks, annotations, tags) or takes a
# column on some and none on others (soft hyphen, Arabic number signs).
INVISIBLE = {0x180E, 0x200B, 0x200C, 0x200D, *range(0x2060, 0x2065), 0xFEFF}

# Vowels and finals of Hangul syllables, drawn into the leading consonant.
JAMO = {*range(0x1160, 0x1200), *range(0xD7B0, 0xD800)}


def width(c):
    category = unicodedata.category(chr(c))
    if c in INVISIBLE:
        return 0
    if category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return -1
    if category in ("Mn", "Me") or c in JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(chr(c)) in "WF" else 1


def changes():
    before = None
    for c in range(LAST + 1):
        w = width(c)
        if w != before:
            yield c, w
        before = w


def put(items):
    """Prints items, as many on a line as 100 columns have room for."""
    line = "\t"
    for item in items:
        if len((line + item).expandtabs(8)) > 100:
            print(line.rstrip(" "))
            line = "\t"
        line += item + " "
    print(line.rstrip(" "))


def main():
    rows = [f"{{ 0x{c:X}, {w} }}," for c, w in changes()]
    print('#include "base/utf8_width.h"')
    print()
    print(f"/* Written by tools/width-table.py from Unicode {unicodedata.unidata_version}. */")
    print("/* clang-format off */")
    print("const struct utf8_width_row utf8_width_rows[] = {")
    put(rows)
    print("};")
    print("/* clang-format on */")
    print()
    print("const size_t utf8_width_row_count = sizeof utf8_width_rows / sizeof *utf8_width_rows;")


main()
