def inner():
    try:
        raise KeyError("in")
    except KeyError as e:
        print("inner", repr(e.__context__))


try:
    raise ValueError("out")
except ValueError:
    inner()
    try:
        raise TypeError("next")
    except TypeError as t:
        print("next", repr(t.__context__))
try:
    raise IndexError("clean")
except IndexError as e:
    print("clean", e.__context__)
