# A generator that refuses its end is told of with the line of the frame that dropped it: the
# one that raised, as long as an exception unwinds; where that has no line, -1.
def stubborn(name):
    try:
        yield name
    finally:
        yield "once more"


def stored_over():
    held = stubborn("first")
    next(held)
    held = stubborn("second")
    next(held)
    held = None
    for held in "ab":
        held = stubborn(held)
        next(held)
    held = next(held), held
    del held


def left_by_break():
    for name in stubborn("loop"):
        break


def left_by_an_error():
    try:
        for name in stubborn("loop"):
            if name:
                raise KeyError(name)
        print("not reached")
    except KeyError as e:
        print("caught", repr(e))
    finally:
        print("finally")


def left_through_a_group():
    try:
        for name in stubborn("loop"):
            {}[name]
        print("not reached")
    except* ValueError:
        print("not reached")
    except* Exception as e:
        print("caught", e.exceptions)


class Nothing:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        print("exit", error[0].__name__)


def left_without_a_line():
    with Nothing():
        for name in stubborn("loop"):
            try:
                raise ExceptionGroup("group", [ValueError(1)])
            except* KeyError:
                print("not reached")


def left_through_two():
    for name in stubborn("outer"):
        with Nothing():
            for name in stubborn("inner"):
                with Nothing():
                    raise KeyError(name)


for function in (stored_over, left_by_break, left_by_an_error, left_through_a_group,
                 left_without_a_line, left_through_two):
    print(function.__name__)
    try:
        function()
    except BaseException as e:
        print("outside", repr(e))
