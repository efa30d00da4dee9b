def which():
    print("asked")
    return KeyError


try:
    {}["k"]
except which() as e:
    print("caught", e)
try:
    {}["k"]
except (ValueError, *[KeyError, TypeError]) as e:
    print("caught again", e)
kinds = (IndexError, KeyError)
try:
    [][0]
except kinds:
    print("tuple")


def unknown_name():
    try:
        1 / 0
    except NotDefinedAnywhere:
        print("never")


try:
    unknown_name()
except NameError as e:
    print(e, repr(e.__context__))
try:
    pass
except NotDefinedAnywhere:
    pass
