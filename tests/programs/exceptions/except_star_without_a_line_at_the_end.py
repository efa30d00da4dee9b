def f():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        print(repr(e))
    print("no")

try:
    f()
except BaseException as e:
    print(repr(e))

def g():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise KeyError(3)
    finally:
        print("fin")

try:
    g()
except BaseException as e:
    print(repr(e))
def h():
    try:
        raise ValueError(1)
    except* TypeError as e:
        raise KeyError(3)
    else:
        pass
try:
    h()
except BaseException as e:
    print(repr(e))
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except* ValueError as e:
    pass
