class Animal:
    def speak(self):
        return "..."


def refuse(thing, *names):
    for name in names:
        try:
            setattr(thing, name, 7)
            print(name, "can be set:", getattr(thing, name))
        except (AttributeError, TypeError) as e:
            print(name, type(e).__name__, e)


def outer(late):
    def inner():
        return value
    if late:
        value = 1
    return inner


refuse(range(3), "start", "stop", "step", "other")
refuse(slice(1, 2), "start", "step")
refuse(property(), "fget", "fset", "fdel")
refuse(Animal().speak, "__func__", "__self__")
refuse(ExceptionGroup("two", [ValueError(1)]), "message", "exceptions", "mine")
refuse(ValueError(1), "message")
refuse(StopIteration(1), "value")
refuse(super(Animal, Animal()), "__self__", "__thisclass__")
refuse(outer(True), "__closure__", "__globals__", "__module__")
print(outer(True).__closure__[0].cell_contents)
try:
    print(outer(False).__closure__[0].cell_contents)
except ValueError as e:
    print(e)


def options(*, size=1):
    return size


options.__kwdefaults__ = {"size": 5}
print(options(), options.__kwdefaults__)
options.__kwdefaults__ = None
try:
    options()
except TypeError as e:
    print(e)
try:
    options.__kwdefaults__ = [1]
except TypeError as e:
    print(e)


class Plain:
    pass


class Own:
    def __new__(cls):
        return object.__new__(cls)


for make in (lambda: Plain(1), lambda: Plain.__init__(Plain(), 1), lambda: Plain.__new__(Plain, 1),
             lambda: Own.__init__(Own(), 1), lambda: object(1), lambda: object().__init__(1),
             lambda: object.__new__(dict), lambda: round(1, 2, 3), lambda: sum([], 1, 2), lambda: [].sort(1)):
    try:
        print(make())
    except TypeError as e:
        print(e)
