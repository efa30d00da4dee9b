eg = ExceptionGroup("all", [ValueError(1), TypeError(2), ExceptionGroup("sub", [ValueError(3), KeyError(4)])])
print(eg, repr(eg), len(eg.exceptions), eg.message)
match, rest = eg.split(ValueError)
print(repr(match), repr(rest))
print(repr(eg.subgroup(KeyError)), eg.subgroup(OSError), repr(eg.subgroup(lambda e: e.args == (2,))))
try:
    raise eg
except* ValueError as g:
    print("values", g.exceptions)
except* (TypeError, KeyError) as g:
    print("others", g.exceptions)
try:
    ExceptionGroup("empty", [])
except ValueError as e:
    print(e)
