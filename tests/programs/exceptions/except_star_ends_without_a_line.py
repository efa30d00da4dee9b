# What an except* raises together has no line, also where a with or a finally passes it on.


class Manager:
    def __enter__(self):
        print("enter")

    def __exit__(self, *args):
        print("exit", args[0].__name__)


def group():
    return ExceptionGroup("a", [ValueError(1), KeyError(2)])


def plain():
    try:
        raise group()
    except* KeyError as e:
        raise OSError(3)


def in_a_with():
    with Manager():
        try:
            raise group()
        except* KeyError as e:
            print("taken")


def in_a_finally():
    try:
        try:
            raise group()
        except* KeyError:
            pass
    finally:
        print("finally")


def in_a_handler():
    try:
        try:
            raise group()
        except* KeyError:
            pass
    except ValueError:
        pass


def in_two():
    with Manager():
        with Manager():
            try:
                raise group()
            except* KeyError:
                pass


def with_a_line():
    with Manager():
        raise group()


for function in plain, in_a_with, in_a_finally, in_a_handler, in_two, with_a_line:
    try:
        function()
    except Exception as e:
        print(function.__name__, repr(e))
