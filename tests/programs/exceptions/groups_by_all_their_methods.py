try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("nested", [KeyError("k"), ValueError(2)])])
except* ValueError as eg:
    print("VE", eg.exceptions)
except* (TypeError, KeyError) as eg:
    print("TK", eg.exceptions)
eg = ExceptionGroup("m", [ValueError(1), TypeError(2)])
print(eg.message, eg.exceptions, str(eg), repr(eg))
m, r = eg.split(ValueError)
print(m, r, eg.subgroup(lambda e: isinstance(e, TypeError)))
print(eg.derive([KeyError(1)]))
try:
    ExceptionGroup("x", [])
except ValueError as e: print(e)
try:
    ExceptionGroup("x", [1])
except ValueError as e: print(e)
try:
    ExceptionGroup("x", [KeyboardInterrupt()])
except TypeError as e: print(e)
print(type(BaseExceptionGroup("x", [KeyboardInterrupt()])), type(BaseExceptionGroup("x", [ValueError()])))
def f():
    try:
        raise ValueError("plain")
    except* ValueError as e:
        print(repr(e))
        raise
try: f()
except BaseException as e: print(repr(e))
def g():
    try:
        raise ExceptionGroup("a", [ValueError(1), KeyError(2)])
    except* ValueError:
        raise TypeError("in handler")
    except* KeyError:
        print("key")
try: g()
except BaseException as e: print(repr(e), repr(e.__context__), [repr(x.__context__) for x in e.exceptions])
