try:
    try:
        raise ExceptionGroup("jobs", [ValueError("a"), TypeError("b")])
    except* ValueError as g:
        print("values", len(g.exceptions))
        raise KeyError("while handling")
    except* TypeError as g:
        print("types", g.exceptions)
except KeyError as e:
    print(repr(e), repr(e.__context__))
try:
    try:
        raise ExceptionGroup("jobs", [ValueError("a"), TypeError("b")])
    except* ValueError as g:
        raise KeyError("while handling")
except ExceptionGroup as e:
    print(repr(e))
try:
    raise ExceptionGroup("left", [TypeError("c")])
except* TypeError:
    print("no name")
