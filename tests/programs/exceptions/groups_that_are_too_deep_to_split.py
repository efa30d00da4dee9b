e = ValueError(1)
for i in range(5000):
    e = ExceptionGroup("g", [e])


def split(e):
    try:
        raise e
    except* TypeError:
        print("not here")


try:
    split(e)
except RecursionError as error:
    print(error)

nested = int
for i in range(5000):
    nested = (nested,)
for test in (isinstance, issubclass):
    try:
        test(int if test is issubclass else "x", nested)
    except RecursionError as error:
        print(error)


class Coded(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        made = super().__new__(cls, message, exceptions)
        made.code = code
        return made

    def derive(self, exceptions):
        return Coded(self.message, exceptions, self.code)


try:
    try:
        raise Coded("eg", [ValueError(1), TypeError(2)], 42)
    except* ValueError as group:
        print(type(group).__name__, group.code, group.exceptions)
except Coded as rest:
    print(rest.code, rest.exceptions)

a = ValueError("a")
a.__context__ = a
try:
    try:
        raise a
    except ValueError:
        raise KeyError("b")
except KeyError as k:
    print(k.__context__ is a, a.__context__ is a)
