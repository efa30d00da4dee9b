"""Programs of generators, functions and class iterators."""

from prelude import TELL
from statements import Body, Statements


def program(seed):
    """The text of one program."""
    s = Statements(seed)
    s.put(TELL)
    for _ in range(2 + int(s.random.random() * 3)):
        s.define(s.fresh("gen"), True)
    for _ in range(int(s.random.random() * 3)):
        s.define(s.fresh("func"), False)
    s.define("main", False)
    for n in range(3):
        with s.block("try:"):
            s.put(f"print(main({n}))")
        with s.block("except BaseException as e:"):
            s.put('show("end", e)')
    if s.chance(0.4):
        s.put("main(1)")
    return s.text()
