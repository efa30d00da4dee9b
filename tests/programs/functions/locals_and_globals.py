g = 1


def f(a, b=2):
    c = a + b
    print(sorted(locals()), locals()["c"])

    def inner():
        return a, sorted(locals())

    return inner()


print(f(1), "g" in globals(), globals()["g"])


class C:
    x = 1
    y = sorted(k for k in locals() if not k.startswith("__"))


print(C.y, sorted(k for k in vars(C) if not k.startswith("_")))
