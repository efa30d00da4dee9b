def f(a, b=2, *c, d, **e):
    yield a


def outer():
    def inner():
        return 1
    return inner


g = f(1, d=3)
print(g.gi_code is f.__code__, f.__code__ is f.__code__, g.gi_code.co_name)
print(outer().__code__ is outer().__code__, outer.__code__ is outer().__code__)
print(f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames)
print(type(iter("abc")).__name__, type(iter("\u00e9")).__name__, type(iter("")).__name__)


class Point:
    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)


p = Point()
p.x = 3
object.__setattr__(p, "y", 4)
print(object.__getattribute__(p, "y"), p.x)
del p.x
print(hasattr(p, "x"), p.__dict__)


def folded():
    return [
        7.5 //
        2.0,
        -7.5
        % 2.0, 2.0 **
        -2, 2 **
        -1,
        "abc"[
            1], (1, 2)[
            -1],
    ]


print(folded())


def not_folded():
    return (1.0
        // 0)


try:
    not_folded()
except ZeroDivisionError as e:
    print(e)


