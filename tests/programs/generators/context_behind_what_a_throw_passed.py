# throw() and close() go to the innermost generator at once. What those around it handle is not
# looked at until they run again, what the thrower handles is.
def told(e):
    return f"{e!r} after {e.__context__!r}"


def inner():
    try:
        yield 1
    except ValueError as e:
        print("inner", told(e))
        try:
            {}["inner"]
        except KeyError as error:
            print("inner raised", told(error))
    try:
        {}["later"]
    except KeyError as error:
        print("still the throw", told(error))
    yield 2
    try:
        {}["resumed"]
    except KeyError as error:
        print("resumed", told(error))


def fresh():
    try:
        {}["fresh"]
    except KeyError as error:
        print("begun in the throw", told(error))
    yield 3


def outer():
    try:
        raise OSError("outer")
    except OSError:
        yield from inner()
        try:
            {}["outer"]
        except KeyError as error:
            print("outer", told(error))
        yield from fresh()


class Exit:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        print("exit", told(error))


def closed():
    with Exit():
        yield


def around():
    try:
        raise OSError("around")
    finally:
        yield from closed()


it = outer()
print(next(it))
print(it.throw(ValueError(1)))
print(next(it))
it = outer()
next(it)
try:
    raise IndexError("the thrower's")
except IndexError:
    print(it.throw(ValueError(2)))
for handles in (False, True):
    it = around()
    next(it)
    try:
        if handles:
            raise IndexError("the closer's")
        it.close()
    except IndexError:
        it.close()
    except OSError as e:
        print("outside", told(e))


def ends():
    try:
        yield 1
    except ValueError:
        return


def middle():
    try:
        raise OSError("middle")
    except OSError:
        yield from ends()
        try:
            {}["middle"]
        except KeyError as error:
            print("middle", told(error))
        yield from fresh()


def outermost():
    try:
        raise LookupError("outermost")
    except LookupError:
        yield from middle()


it = outermost()
print(next(it))
print(it.throw(ValueError(3)))
