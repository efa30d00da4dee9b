# Behind except* there is no line: where a finally ends with it, what goes on being raised
# leaves the frame without one. Other ends have their line.
def by_a_group():
    try:
        raise ValueError(1)
    finally:
        try:
            raise ExceptionGroup("group", [KeyError(2)])
        except* KeyError:
            print("one")


def where_nothing_came():
    try:
        raise ValueError(1)
    finally:
        try:
            print("two")
        except* KeyError:
            print("not reached")


def by_what_follows():
    try:
        raise ValueError(1)
    finally:
        try:
            raise ExceptionGroup("group", [KeyError(2)])
        except* KeyError:
            print("three")
        print("more")


def by_a_condition(flag):
    try:
        raise ValueError(1)
    finally:
        if flag:
            try:
                raise ExceptionGroup("group", [KeyError(2)])
            except* KeyError as e:
                print("four", e.exceptions)


def in_a_with(manager):
    with manager:
        try:
            raise ValueError(1)
        finally:
            try:
                raise ExceptionGroup("group", [KeyError(2)])
            except* KeyError:
                print("five")


class Nothing:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        print("exit", error)


for function, *values in ((by_a_group,), (where_nothing_came,), (by_what_follows,), (by_a_condition, True),
                          (by_a_condition, False), (in_a_with, Nothing())):
    try:
        function(*values)
    except ValueError as e:
        print(function.__name__, e.__traceback__.tb_next.tb_lineno)
