import functools
import inspect
from collections import namedtuple


class Shape:
    sides = 0

    @classmethod
    @property
    def title(cls):
        return f"{cls.__name__} of {cls.sides}"


class Square(Shape):
    sides = 4


print(Shape.title, Square.title, Square().title)


def attempt(f, *args):
    try:
        print(f(*args))
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


@functools.singledispatch
def show(x):
    return "something"


@show.register
def _(x: int):
    return "a number"


def bare(x):
    pass


print(show(1), show("a"), show.register(str, lambda x: "a text")("b"), show("b"))
attempt(show)
attempt(show.register, 42)
attempt(show.register, bare)

Point = namedtuple("Point", "x y")
p = Point(1, 2)
attempt(lambda: setattr(p, "x", 3))
attempt(lambda: delattr(p, "x"))
attempt(lambda: namedtuple("P", "x", defaults=False))
attempt(lambda: namedtuple("P", "x", defaults=()))
print(list(reversed(vars(Shape)))[-1] in vars(Shape), len(list(reversed(vars(Shape)))) == len(vars(Shape)))
bare.__wrapped__ = show
show.__wrapped__ = bare
attempt(inspect.unwrap, bare)


class Tagged(set):
    def __new__(cls, items):
        self = super().__new__(cls, items)
        self.tag = "tag"
        return self


print(set(Tagged([1, 2])), Tagged([1]).tag)
attempt(lambda: Tagged(items=[1]))


class Failure(ExceptionGroup):
    def __new__(cls, message, causes, code):
        self = super().__new__(cls, message, causes)
        self.code = code
        return self


f = Failure("m", [ValueError(1)], 42)
print(repr(f), f.args, f.code)
print(str(SyntaxError()), str(SyntaxError("x")), SyntaxError("x").msg, SyntaxError().msg)


class NoException(Exception):
    def __new__(cls, *args):
        return object()


def fail():
    raise NoException


attempt(fail)
