class Point:
    pass


class Guarded:
    def __setattr__(self, name, v):
        print("   guarded", name, v)
        object.__setattr__(self, name, -v)


class Failure(Exception):
    pass


def give(o, v):
    o.x = v
    return o


def show(title, *objects):
    print(title)
    for o in objects:
        try:
            print("  ", sorted(give(o, 5).__dict__.items()), o.x)
        except AttributeError:
            print("   AttributeError")


show("new ones", Point(), Point(), Guarded(), Point(), Failure())
late = Point()
late.y = 1
show("behind another", late, Point(), late)
del late.x
show("deleted and given again", late)
show("no attributes at all", object(), 7, [], Point())
Point.x = property(lambda self: "made", lambda self, v: print("   property", v))
show("a property since", Point(), late, Failure())
del Point.x
show("and away", Point(), late)
Point.x = 10
show("a plain one in the class", Point(), late)
Point.__setattr__ = lambda self, name, v: print("   refused", name, v)
show("refused since", Point(), late)
del Point.__setattr__
late.__dict__ = {}
show("in another dict", late, Point())


def again(o):
    for v in 1, 2, 3:
        o.n = v
        print("  ", o.__dict__)


print("thrice")
again(Point())
again(give(Point(), 0))


def held(name):
    try:
        yield
    finally:
        print("   gone", name)


def hold(o, name):
    o.held = held(name)
    next(o.held)


print("what is replaced")
one, two = Point(), Point()
hold(one, "a")
hold(one, "b")
hold(two, "c")
hold(one, "d")
del one
hold(two, "e")
