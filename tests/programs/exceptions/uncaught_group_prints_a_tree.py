def fail(exc):
    raise exc


errors = []
for exc in (ValueError("one"), KeyError("two")):
    try:
        fail(exc)
    except Exception as e:
        errors.append(e)
raise ExceptionGroup("several", [*errors, ExceptionGroup("inner", [TypeError("three")])])
