def inner():
    while True:
        try:
            yield "inner"
        except ValueError as e:
            print("inner handled", e)
        except KeyError:
            return "left by key"


def outer():
    try:
        r = yield from inner()
        print("result", r)
        yield "outer"
    except TypeError as e:
        print("outer handled", e)
        yield "recovered"


o = outer()
print(next(o), o.throw(ValueError("v")), o.throw(KeyError("k")))
o = outer()
print(next(o), o.throw(TypeError("t")), next(o, "end"))
