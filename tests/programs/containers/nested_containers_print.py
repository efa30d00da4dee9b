data = {"list": [1, (2,), {3}], "tuple": ((), [{}]), 4: None, (5, 6): {"k": [True, 1.5]}, None: "n"}
print(data)
print([[]], [()], ({},), {"a": {"b": {"c": {}}}}, [None, ..., NotImplemented])
print(str([1, "a"]), repr(("x",)), f"{[1.0, 'q']}", "%s" % {"k": "v"})


class R:
    def __repr__(self):
        return "<R>"

    def __str__(self):
        return "str"


print(R(), [R()], {R(): R()} and {"k": R()}, (R(),), f"{R()} {[R()]}")
