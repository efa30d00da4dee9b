def fails():
    try:
        yield
    finally:
        1 / 0
f = [fails()]
next(f[0])
f.clear()
class E(Exception):
    pass
def fails2():
    try:
        yield
    finally:
        raise E
f = fails2()
next(f)
f = None
def fails3():
    try:
        yield
    finally:
        raise ExceptionGroup("x", [E(1), E(2)])
f = fails3()
next(f)
f = None
def fails4():
    try:
        yield
    finally:
        try:
            1/0
        except Exception as e:
            e.add_note("note")
            raise e from None
f = fails4()
next(f)
f = None
