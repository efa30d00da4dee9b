def run(exc):
    try:
        try:
            raise exc
        except* ValueError as g:
            print("handled", type(g).__name__, g.exceptions)
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as e:
        print("rest", repr(e))


run(ExceptionGroup("g", [ValueError("v"), KeyError("k")]))
run(ValueError("plain"))
run(KeyError("plain"))
try:
    pass
except* ValueError:
    print("no")
else:
    print("quiet")
