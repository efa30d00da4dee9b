# A group from which an except* takes nothing stays the object it is.


def tell(e):
    if isinstance(e, BaseExceptionGroup):
        return f"{e.message} {e.__suppress_context__} [{', '.join(map(tell, e.exceptions))}]"
    return f"{type(e).__name__} {e.__suppress_context__}"


def make():
    return ExceptionGroup("a", [LookupError(1), ExceptionGroup("b", [TypeError(2)])])


def handle(group, first, second):
    try:
        try:
            raise group
        except* first as e:
            print("first", tell(e), e is group)
        except* second as e:
            print("second", tell(e), e is group)
    except ExceptionGroup as e:
        print("left", tell(e), e is group)


for kinds in (ValueError, Exception), (ValueError, LookupError), ((KeyError, OSError), TypeError), \
        (ValueError, OSError), (LookupError, OSError), (TypeError, LookupError):
    print(kinds)
    handle(make(), *kinds)
