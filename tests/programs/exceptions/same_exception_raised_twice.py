e1 = ValueError("once")
for i in range(2):
    try:
        raise e1
    except ValueError as e:
        print(i, e is e1, e.__context__)
try:
    try:
        raise e1
    except ValueError:
        raise e1
except ValueError as e:
    print(e is e1, e.__context__)


def swap():
    a, b = KeyError("a"), KeyError("b")
    try:
        try:
            raise a
        except KeyError:
            raise b
    except KeyError:
        try:
            raise a
        except KeyError as e:
            return repr(e), repr(e.__context__)


print(swap())
