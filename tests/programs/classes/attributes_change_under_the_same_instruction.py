class Plain:
    kind = "class"

    def __init__(self):
        self.first = 1
        self.kind = "own"

    def call(self):
        return "Plain.call"


class Other:
    def __init__(self):
        self.second = 2
        self.first = 3

    def call(self):
        return "Other.call"


class Child(Plain):
    pass


def read(o):
    return o.first, o.kind if hasattr(o, "kind") else "none"


def write(o, v):
    o.first = v


def call(o):
    return o.call()


def tell(title, *objects):
    print(title)
    for o in objects:
        write(o, o.first + 10)
        print("  ", read(o), call(o))


a, b, c = Plain(), Other(), Child()
tell("as made", a, b, c)
Child.call = lambda self: "Child.call"
tell("overridden", a, b, c)
a.call = lambda: "own call"
tell("in the instance", a, b, c)
del a.call, Child.call
tell("and away", a, b, c)
Plain.first = property(lambda self: 100, lambda self, v: print("   set", v))
tell("a property", a, c)
del Plain.first
tell("no property", a, c)
del a.kind
tell("of the class", a)
a.__dict__ = {"kind": "new", "first": 50}
tell("another dict", a)
Plain.__getattr__ = lambda self, name: name.upper()
del c.first
print(c.first, c.nothing)
Plain.__setattr__ = lambda self, name, v: print("   refused", name, v)
write(c, 7)
write(b, 8)
print(c.first, b.first)
for o in [], (), "abc", {}, [1, 1]:
    try:
        print(o.count(1) if o != "abc" else o.count("b"))
    except AttributeError as e:
        print(e)
