try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as g:
        raise KeyError("new")
except ExceptionGroup as e:
    print(repr(e))
    for x in e.exceptions:
        print(repr(x), repr(x.__context__))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as g:
        raise
except ExceptionGroup as e:
    print(repr(e))
